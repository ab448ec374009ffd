#ifndef CLESSONSUPPORT_H
#define CLESSONSUPPORT_H

#include <stdbool.h>

/// Calls `body` when the process ends by `exit` or by a return from main, with the status that it
/// ends with. Systems without on_exit give 0.
void lesson_at_exit(void (*body)(int status));

/// Writes C's stdout line by line, so that it interleaves with what child processes write.
void lesson_buffer_lines(void);

/// Lets a fatal signal show what a cell printed before it: bytes from `offset` on of the file
/// `captured` are copied to `screen` and the signal takes its course.
void lesson_show_on_crash(int captured, int screen);

/// Where the part of the captured file begins that nobody has seen yet.
void lesson_set_unseen(long offset);

/// Adds the checks of the lesson's exercises. A lesson that has some defines it in its Checks.swift;
/// the definition here adds none.
void lesson_exercises(void);

#endif
