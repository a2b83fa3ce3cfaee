/* libhiredis, and the one thing it leaves to its callers: to stay alive when the server has closed the connection. */
#ifndef JWTCHECK_CLIBHIREDIS_SHIM_H
#define JWTCHECK_CLIBHIREDIS_SHIM_H

#include <hiredis/hiredis.h>
#include <signal.h>
#include <time.h>

/* Sends a command and waits for the reply. Writing to a closed connection raises SIGPIPE, which ends a process that does not
   ignore it; here the signal is held back from this thread and, if this call has raised it, taken away. */
static inline redisReply *jc_redis_command(redisContext *context, int count, const char **words, const size_t *lengths) {
  sigset_t pipe_signal, before, pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  int was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  redisReply *reply = (redisReply *)redisCommandArgv(context, count, words, lengths);
  if (!was_pending) {
    struct timespec at_once = {0, 0};
    sigtimedwait(&pipe_signal, NULL, &at_once);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return reply;
}

#endif
