// Lets the thread sanitizer see the locks of Swift's `Mutex`.
//
// The sanitizer knows of a lock what instrumented code and the functions of pthreads tell it. A
// `Mutex` that is free is taken by an atomic operation in the caller's own code, which is seen. One
// that is not is handed over by the kernel inside libswiftSynchronization, which is not: the
// sanitizer then takes two threads, one behind the other in the same lock, for a race. So these
// functions stand in front of the library's, when preloaded, and say what happens.
//
// Nothing is hidden: a race outside of a lock is reported as before, of which `.ci/threads` makes sure.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

SWIFT void lockSlow(uint32_t thread, SELF self) __asm__(LOCK);
SWIFT bool tryLockSlow(SELF self) __asm__(TRY_LOCK);
SWIFT void unlockSlow(SELF self) __asm__(UNLOCK);

typedef SWIFT void (*Lock)(uint32_t, SELF);
typedef SWIFT bool (*TryLock)(SELF);
typedef SWIFT void (*Unlock)(SELF);
typedef void (*Note)(void *);

// The library's function. A toolchain without it has other locks, and nothing that follows would be true.
static void *library(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (function) return function;
  static const char text[] = "threads.c does not fit this toolchain: a function is missing\n";
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0) _exit(3);
  _exit(2);
}

// Tells the sanitizer; in a program without it there is nobody to tell.
static void note(const char *what, void *self) {
  Note function = (Note)dlsym(RTLD_DEFAULT, what);
  if (function) function(self);
}

SWIFT void lockSlow(uint32_t thread, SELF self) {
  ((Lock)library(LOCK))(thread, self);
  note("__tsan_acquire", self);
}

SWIFT bool tryLockSlow(SELF self) {
  bool isMine = ((TryLock)library(TRY_LOCK))(self);
  if (isMine) note("__tsan_acquire", self);
  return isMine;
}

SWIFT void unlockSlow(SELF self) {
  note("__tsan_release", self);
  ((Unlock)library(UNLOCK))(self);
}
