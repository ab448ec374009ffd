#include "CKernels.h"

#include "clones.h"

CLONES void ck_embedding_forward(
  const float *tokens, const int32_t *ids, const float *places, const int32_t *positions,
  float *out, size_t rows, size_t width) {
  for (size_t r = 0; r < rows; r++) {
    const float *token = tokens + (size_t)ids[r] * width;
    float *row = out + r * width;
    if (places) {
      const float *place = places + (size_t)positions[r] * width;
      for (size_t c = 0; c < width; c++) row[c] = token[c] + place[c];
    } else {
      for (size_t c = 0; c < width; c++) row[c] = token[c];
    }
  }
}

CLONES void ck_embedding_backward(
  const float *dy, const int32_t *ids, float *table, size_t rows, size_t width, size_t first,
  size_t last) {
  for (size_t r = 0; r < rows; r++) {
    const float *slope = dy + r * width;
    float *row = table + (size_t)ids[r] * width;
    for (size_t c = first; c < last; c++) row[c] += slope[c];
  }
}
