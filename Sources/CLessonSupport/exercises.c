#include "CLessonSupport.h"

// The linker prefers the definition of a lesson that has exercises.
__attribute__((weak)) void lesson_exercises(void) {}
