#ifndef CGNUPLOT_H
#define CGNUPLOT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The numbers of one datablock, row after row.
typedef struct {
  /// The block's name without its dollar sign.
  const char *name;
  /// rows × columns finite values.
  const double *values;
  size_t rows, columns;
} CGnuplotBlock;

/// Writes a gnuplot script with gnuplot-iostream: settings, then the datablocks, then commands.
///
/// Returns 0, or -1 with the reason in `message` (cut to `capacity` bytes, zero-terminated).
/// No C++ exception leaves this function.
int cgnuplot_write(
    const char *path, const char *settings, const CGnuplotBlock *blocks, size_t count,
    const char *commands, char *message, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
