/* What Swift cannot import from libmicrohttpd's header by itself: variadic functions. */
#ifndef JWTCHECK_CLIBMICROHTTPD_SHIM_H
#define JWTCHECK_CLIBMICROHTTPD_SHIM_H

#include <microhttpd.h>
#include <string.h>

/* MHD_start_daemon with the one form of options that Swift can build: an array that ends with MHD_OPTION_END. */
static inline struct MHD_Daemon *jc_mhd_start(unsigned int flags, MHD_AccessHandlerCallback handler, void *context,
                                              struct MHD_OptionItem *options) {
  return MHD_start_daemon(flags, 0, NULL, NULL, handler, context, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/* The options that take a function and a context pointer. */
static inline struct MHD_OptionItem jc_mhd_on_completed(MHD_RequestCompletedCallback callback, void *context) {
  struct MHD_OptionItem item = {MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)callback, context};
  return item;
}

static inline struct MHD_OptionItem jc_mhd_on_connection(MHD_NotifyConnectionCallback callback, void *context) {
  struct MHD_OptionItem item = {MHD_OPTION_NOTIFY_CONNECTION, (intptr_t)callback, context};
  return item;
}

/* Leaves the target of a request as it was sent: a percent-encoded NUL would cut it short, and a path that is compared
   byte for byte needs no decoding. */
static inline size_t jc_mhd_unchanged(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

static inline struct MHD_OptionItem jc_mhd_keep_targets(void) {
  struct MHD_OptionItem item = {MHD_OPTION_UNESCAPE_CALLBACK, (intptr_t)&jc_mhd_unchanged, NULL};
  return item;
}

/* The bytes of the request line and the header fields of a request. */
static inline intptr_t jc_mhd_header_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info == NULL ? 0 : (intptr_t)info->header_size;
}

/* The socket of a connection, -1 if there is none. */
static inline int jc_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}

#endif
