#include "CKernels.h"

#include "clones.h"

// One row of activations against a matrix: memory decides, so w is read once, in order. Row by row,
// with y in the cache, is faster than four rows at once, whose streams the processor reads ahead less
// well.
CLONES void ck_vector_matrix(
  const float *x, const float *w, float *y, size_t rows, size_t width, size_t stride) {
  for (size_t c = 0; c < width; c++) y[c] = 0;
  for (size_t r = 0; r < rows; r++) {
    REASSOCIATE
    const float *row = w + r * stride;
    for (size_t c = 0; c < width; c++) y[c] += x[r] * row[c];
  }
}

CLONES void ck_matrix_vector(
  const float *w, const float *x, float *y, size_t width, size_t first, size_t last) {
  for (size_t r = first; r < last; r++) {
    REASSOCIATE
    const float *row = w + r * width;
    float sum = 0;
    for (size_t c = 0; c < width; c++) sum += row[c] * x[c];
    y[r] = sum;
  }
}
