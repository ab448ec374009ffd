#ifndef CK_CLONES_H
#define CK_CLONES_H

// A function marked CLONES is compiled for several instruction sets, and the dynamic linker picks
// the widest that the processor has. arch=skylake-avx512 is not used: it compiles, but the resolver
// passes it over on later processors and silently takes the default.
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

// Lets a loop sum in vector lanes; stands at the start of a block. Never for a whole file: masks
// and range reduction rely on the order that is written.
#define REASSOCIATE _Pragma("clang fp reassociate(on) contract(fast)")

#endif
