#include "CKernels.h"

#include "clones.h"

#if defined(__x86_64__) && defined(__linux__)

// Where the clone that was chosen stands in the program; compared with the addresses of all three.
CLONES uintptr_t ck_clone_place(void) {
  uintptr_t place;
  __asm__ volatile("leaq (%%rip), %0" : "=r"(place));
  return place;
}

extern const char place_of_v4[] __asm__("ck_clone_place.arch_x86-64-v4.0");
extern const char place_of_v3[] __asm__("ck_clone_place.arch_x86-64-v3.1");
extern const char place_of_default[] __asm__("ck_clone_place.default.2");

int ck_clone_level(void) {
  uintptr_t place = ck_clone_place();
  const char *starts[] = {place_of_v4, place_of_v3, place_of_default};
  const int levels[] = {4, 3, 0};
  uintptr_t nearest = 0;
  int level = -1;
  for (int i = 0; i < 3; i++) {
    uintptr_t start = (uintptr_t)starts[i];
    if (start <= place && start > nearest) {
      nearest = start;
      level = levels[i];
    }
  }
  return level;
}

int ck_processor_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl")) {
    return 4;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
      __builtin_cpu_supports("bmi2")) {
    return 3;
  }
  return 0;
}

#else

int ck_clone_level(void) { return 0; }
int ck_processor_level(void) { return 0; }

#endif
