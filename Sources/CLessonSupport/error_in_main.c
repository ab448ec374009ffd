// An error that leaves top-level code reaches the runtime's swift_errorInMain, which traps with a
// register dump. The linker takes this definition before the runtime's.

#if defined(__clang__) && __has_attribute(swiftcall)
extern void lesson_report_error(void *error);

__attribute__((swiftcall)) void swift_errorInMain(void *error);

__attribute__((swiftcall)) void swift_errorInMain(void *error) { lesson_report_error(error); }
#endif
