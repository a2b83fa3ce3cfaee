/* What Swift cannot import from libcurl's headers by itself: curl_easy_setopt and curl_easy_getinfo are variadic, so each
   type of argument gets a function of its own. */
#ifndef JWTCHECK_CLIBCURL_SHIM_H
#define JWTCHECK_CLIBCURL_SHIM_H

#include <curl/curl.h>

typedef size_t (*jc_curl_write)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode jc_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode jc_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode jc_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode jc_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode jc_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode jc_curl_set_write(CURL *handle, CURLoption option, jc_curl_write value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode jc_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode jc_curl_get_size(CURL *curl, CURLINFO info, int64_t *value) {
  curl_off_t number = 0;
  CURLcode code = curl_easy_getinfo(curl, info, &number);
  *value = (int64_t)number;
  return code;
}
static inline CURLcode jc_curl_get_text(CURL *handle, CURLINFO info, const char **value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode jc_curl_initialize(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

#endif
