#define _GNU_SOURCE
#include "CLessonSupport.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void (*exit_body)(int);

#ifdef __GLIBC__
static void run_exit_body(int status, void *unused) {
  (void)unused;
  exit_body(status);
}

void lesson_at_exit(void (*body)(int)) {
  exit_body = body;
  on_exit(run_exit_body, NULL);
}
#else
static void run_exit_body(void) { exit_body(0); }

void lesson_at_exit(void (*body)(int)) {
  exit_body = body;
  atexit(run_exit_body);
}
#endif

void lesson_buffer_lines(void) { setvbuf(stdout, NULL, _IOLBF, 0); }

static volatile sig_atomic_t captured_file = -1;
static volatile sig_atomic_t screen_file = -1;
static volatile long unseen;

// Only calls that a signal handler may make.
static void show_and_die(int signal_number) {
  char buffer[4096];
  long offset = unseen;
  ssize_t count;
  while ((count = pread(captured_file, buffer, sizeof buffer, offset)) > 0) {
    if (write(screen_file, buffer, (size_t)count) < 0) break;
    offset += count;
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void lesson_show_on_crash(int captured, int screen) {
  static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  captured_file = captured;
  screen_file = screen;
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    struct sigaction old;
    // A handler that is there already, such as Swift's backtracer, stays.
    if (sigaction(fatal[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
      signal(fatal[i], show_and_die);
  }
}

void lesson_set_unseen(long offset) { unseen = offset; }
