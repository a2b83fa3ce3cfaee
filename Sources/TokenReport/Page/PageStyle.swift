/// The style of the inspector page: readable by day and by night, on a phone and on paper.
enum PageStyle {
  static let text = #"""
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #eef1f4; --line: #c8ced6;
      --dim: #57606a; --good: #116329; --warn: #7d4e00; --bad: #b3141d; --accent: #0b5cad;
      --mark: #ffd9d6; --bar: #bcd7f2; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #14171b; --soft: #1f242a;
      --line: #3d444d; --dim: #9da7b1; --good: #56d364; --warn: #e3b341; --bad: #ff8a80;
      --accent: #79b8ff; --mark: #6b2020; --bar: #24476b; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
    h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
    p { margin: .25rem 0; }
    .dim { color: var(--dim); }
    label { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
    textarea, select, button { font: inherit; color: inherit; background: var(--paper);
      border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; }
    textarea { width: 100%; min-height: 5rem; font: .9rem/1.4 ui-monospace, monospace;
      resize: vertical; overflow-wrap: anywhere; }
    button { background: var(--accent); color: var(--paper); border: 0; padding: .6rem 1.2rem;
      font-weight: 600; margin: .75rem 0; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    summary { padding: .4rem 0; font-weight: 600; cursor: pointer; }
    #verdict { font-size: 1.15rem; font-weight: 700; padding: .6rem .8rem; border-radius: .3rem;
      background: var(--soft); border-left: .4rem solid var(--dim); overflow-wrap: anywhere; }
    #verdict.good { border-color: var(--good); color: var(--good); }
    #verdict.bad { border-color: var(--bad); color: var(--bad); }
    #verdict.open { border-color: var(--warn); color: var(--warn); }
    pre { margin: 0; padding: .6rem .8rem; background: var(--soft); border-radius: .3rem;
      font: .9rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--bad); }
    .line { display: block; min-height: 1.5em; }
    .under { display: block; color: var(--bad); white-space: pre-wrap; }
    .segment-0 { color: var(--bad); } .segment-1 { color: var(--accent); } .segment-2 { color: var(--good); }
    ul { margin: 0; padding-left: 1.2rem; }
    li { margin: .3rem 0; }
    .error > b { color: var(--bad); } .warning > b { color: var(--warn); }
    code { font: .9em ui-monospace, monospace; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line);
      overflow-wrap: break-word; }
    td:nth-child(n + 3) { overflow-wrap: anywhere; }
    .bar { position: relative; height: 1.6rem; background: var(--soft); border-radius: .3rem;
      border: 1px solid var(--line); overflow: hidden; }
    .bar > i { position: absolute; top: 0; bottom: 0; background: var(--bar); }
    .bar > b { position: absolute; top: 0; bottom: 0; width: 3px; background: var(--bad); }
    @media (max-width: 30rem) { body { padding: .6rem; } button { width: 100%; } }
    @media (prefers-reduced-motion: no-preference) { .bar > i { transition: width .2s; } }
    """#
}
