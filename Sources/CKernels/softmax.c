#include "CKernels.h"

#include <math.h>

#include "clones.h"
#include "vector_math.h"

CLONES void ck_causal_softmax(
  float *scores, size_t rows, size_t width, size_t stride, size_t visible, float scale,
  float *log_sums) {
  for (size_t r = 0; r < rows; r++) {
    float *row = scores + r * stride;
    size_t seen = visible + r < width ? visible + r : width;
    float top = largest(row, seen) * scale;
    float sum = 0;
    {
      REASSOCIATE
      for (size_t c = 0; c < seen; c++) {
        row[c] = vector_exp(row[c] * scale - top);
        sum += row[c];
      }
    }
    float inverse = 1.0f / sum;
    for (size_t c = 0; c < seen; c++) row[c] *= inverse;
    for (size_t c = seen; c < width; c++) row[c] = 0;
    log_sums[r] = top + logf(sum);
  }
}

CLONES void ck_causal_softmax_again(
  float *scores, size_t rows, size_t width, size_t stride, size_t visible, float scale,
  const float *log_sums) {
  for (size_t r = 0; r < rows; r++) {
    float *row = scores + r * stride;
    size_t seen = visible + r < width ? visible + r : width;
    for (size_t c = 0; c < seen; c++) row[c] = vector_exp(row[c] * scale - log_sums[r]);
    for (size_t c = seen; c < width; c++) row[c] = 0;
  }
}

CLONES void ck_softmax_backward(
  const float *probabilities, float *dp, const float *delta, float scale, size_t rows,
  size_t width, size_t stride) {
  for (size_t r = 0; r < rows; r++) {
    const float *p = probabilities + r * stride;
    float *slope = dp + r * stride;
    for (size_t c = 0; c < width; c++) slope[c] = scale * p[c] * (slope[c] - delta[r]);
  }
}

CLONES void ck_softmax(float *scores, size_t rows, size_t width) {
  for (size_t r = 0; r < rows; r++) {
    float *row = scores + r * width;
    float top = largest(row, width);
    float sum = 0;
    {
      REASSOCIATE
      for (size_t c = 0; c < width; c++) {
        row[c] = vector_exp(row[c] - top);
        sum += row[c];
      }
    }
    float inverse = 1.0f / sum;
    for (size_t c = 0; c < width; c++) row[c] *= inverse;
  }
}
