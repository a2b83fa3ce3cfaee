// Where keys are and how they are fetched is said in every use of this module: one import is enough.
@_exported public import KeyPublication
