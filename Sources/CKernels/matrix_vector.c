#include "CKernels.h"

#include "clones.h"

// One row of activations against a matrix: memory decides, so w is read once, in order. Four rows at
// a time save three of four passes over y.
CLONES void ck_vector_matrix(
  const float *x, const float *w, float *y, size_t rows, size_t stride, size_t first, size_t last) {
  for (size_t c = first; c < last; c++) y[c] = 0;
  size_t r = 0;
  for (; r + 4 <= rows; r += 4) {
    const float *w0 = w + r * stride;
    const float *w1 = w0 + stride;
    const float *w2 = w1 + stride;
    const float *w3 = w2 + stride;
    float x0 = x[r], x1 = x[r + 1], x2 = x[r + 2], x3 = x[r + 3];
    for (size_t c = first; c < last; c++) {
      y[c] += x0 * w0[c] + x1 * w1[c] + x2 * w2[c] + x3 * w3[c];
    }
  }
  for (; r < rows; r++) {
    const float *row = w + r * stride;
    for (size_t c = first; c < last; c++) y[c] += x[r] * row[c];
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
