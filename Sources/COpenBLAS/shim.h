#ifndef COPENBLAS_SHIM_H
#define COPENBLAS_SHIM_H

#include <cblas.h>

// Debian's OpenBLAS holds LAPACK's Fortran routines but no header for them. Fortran takes every
// argument by reference and, after them all, the lengths of its strings.

/// Singular value decomposition of a column-major m × n matrix by divide and conquer.
void sgesdd_(
  const char *jobz, const int *m, const int *n, float *a, const int *lda, float *s, float *u,
  const int *ldu, float *vt, const int *ldvt, float *work, const int *lwork, int *iwork, int *info,
  size_t jobz_length);

#endif
