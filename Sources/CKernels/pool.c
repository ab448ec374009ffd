#include "CKernels.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

// One job at a time. The caller publishes it by raising the generation in `state`; awake workers
// join by a compare-and-swap that counts them; everyone claims parts from one counter; the caller
// closes the job and waits for those that joined. A worker that sleeps through a job is never
// waited for. Between jobs workers spin for a while, since a training step is a row of short jobs.

enum { most_threads = 64, spins_before_sleep = 20000, closed_bit = 1 << 15, count_mask = 0x7fff };

static struct {
  ck_task task;
  void *context;
  size_t parts;
} job;

static _Atomic uint64_t state = closed_bit;  // generation << 16 | closed_bit | joined
static _Atomic size_t next_part;
static _Atomic size_t workers_done;
static _Atomic size_t sleepers;
static _Atomic size_t wanted_threads;
static size_t started_workers;
static pthread_mutex_t one_caller = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t sleep_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static _Thread_local bool inside_task;

static inline void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static void run_parts(size_t worker) {
  inside_task = true;
  for (;;) {
    size_t part = atomic_fetch_add(&next_part, 1);
    if (part >= job.parts) break;
    job.task(job.context, part, worker);
  }
  inside_task = false;
}

/// Returns a state that was open for a generation other than the last one seen.
static uint64_t wait_for_job(uint64_t last_generation) {
  for (int spin = 0;; spin++) {
    uint64_t now = atomic_load(&state);
    if (!(now & closed_bit) && now >> 16 != last_generation) return now;
    if (spin < spins_before_sleep) {
      pause_briefly();
      continue;
    }
    pthread_mutex_lock(&sleep_lock);
    atomic_fetch_add(&sleepers, 1);
    for (;;) {
      now = atomic_load(&state);
      if (!(now & closed_bit) && now >> 16 != last_generation) break;
      pthread_cond_wait(&wake, &sleep_lock);
    }
    atomic_fetch_sub(&sleepers, 1);
    pthread_mutex_unlock(&sleep_lock);
    return now;
  }
}

static void *work(void *argument) {
  size_t worker = (size_t)argument;
  uint64_t last_generation = 0;
  for (;;) {
    uint64_t seen = wait_for_job(last_generation);
    last_generation = seen >> 16;
    if (worker >= atomic_load(&wanted_threads)) continue;
    bool joined = false;
    while (!(seen & closed_bit) && seen >> 16 == last_generation && !joined) {
      joined = atomic_compare_exchange_weak(&state, &seen, seen + 1);
    }
    if (!joined) continue;
    run_parts(worker);
    atomic_fetch_add(&workers_done, 1);
  }
  return NULL;
}

size_t ck_thread_count(void) {
  size_t count = atomic_load(&wanted_threads);
  if (count) return count;
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  size_t found = online < 1 ? 1 : online > most_threads ? most_threads : (size_t)online;
  atomic_compare_exchange_strong(&wanted_threads, &count, found);
  return atomic_load(&wanted_threads);
}

void ck_set_thread_count(size_t count) {
  atomic_store(&wanted_threads, count < 1 ? 1 : count > most_threads ? most_threads : count);
}

static void start_workers(size_t wanted) {
  while (started_workers + 1 < wanted) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, (void *)(started_workers + 1)) != 0) return;
    pthread_detach(thread);
    started_workers++;
  }
}

static void run_alone(size_t parts, ck_task task, void *context) {
  for (size_t part = 0; part < parts; part++) task(context, part, 0);
}

void ck_parallel(size_t parts, ck_task task, void *context) {
  size_t threads = ck_thread_count();
  if (inside_task || parts < 2 || threads < 2 || pthread_mutex_trylock(&one_caller) != 0) {
    run_alone(parts, task, context);
    return;
  }
  start_workers(threads);
  job.task = task;
  job.context = context;
  job.parts = parts;
  atomic_store(&next_part, 0);
  atomic_store(&workers_done, 0);
  uint64_t generation = (atomic_load(&state) >> 16) + 1;
  atomic_store(&state, generation << 16);
  if (atomic_load(&sleepers) > 0) {
    pthread_mutex_lock(&sleep_lock);
    pthread_cond_broadcast(&wake);
    pthread_mutex_unlock(&sleep_lock);
  }
  run_parts(0);
  size_t joined = atomic_fetch_or(&state, closed_bit) & count_mask;
  for (int spin = 0; atomic_load(&workers_done) < joined; spin++) {
    if (spin < spins_before_sleep) {
      pause_briefly();
    } else {
      sched_yield();
    }
  }
  pthread_mutex_unlock(&one_caller);
}
