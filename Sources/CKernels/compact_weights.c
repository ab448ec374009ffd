#include "CKernels.h"

#include <math.h>
#include <string.h>

#include "clones.h"

// Weights in panels [inputs][64], 64 outputs side by side: a product with one row reads memory as one
// stream from start to end, its sums stay in registers, and no sum goes across lanes. For each input
// a panel reads 128 bytes of halves or 64 of int8; the sums are written once.

enum { width = ck_panel_width };
typedef float floats __attribute__((vector_size(4 * width), aligned(4), may_alias));
typedef uint32_t words __attribute__((vector_size(4 * width)));
typedef uint16_t bfloats __attribute__((vector_size(2 * width), aligned(2), may_alias));
typedef _Float16 halves __attribute__((vector_size(2 * width), aligned(2), may_alias));
typedef int8_t bytes __attribute__((vector_size(width), aligned(1), may_alias));

CLONES void ck_half_panel(
  const uint16_t *panel, const float *x, float *y, size_t inputs, size_t count) {
  REASSOCIATE
  floats sum = {0};
  for (size_t i = 0; i < inputs; i++) {
    sum += x[i] * __builtin_convertvector(*(const halves *)(panel + i * width), floats);
  }
  memcpy(y, &sum, count * sizeof *y);
}

CLONES void ck_bfloat_panel(
  const uint16_t *panel, const float *x, float *y, size_t inputs, size_t count) {
  REASSOCIATE
  floats sum = {0};
  for (size_t i = 0; i < inputs; i++) {
    words bits = __builtin_convertvector(*(const bfloats *)(panel + i * width), words) << 16;
    sum += x[i] * (floats)bits;
  }
  memcpy(y, &sum, count * sizeof *y);
}

CLONES void ck_int8_panel(
  const int8_t *panel, const float *scales, const float *x, float *y, size_t inputs, size_t count) {
  REASSOCIATE
  floats sum = {0};
  for (size_t i = 0; i < inputs; i++) {
    sum += x[i] * __builtin_convertvector(*(const bytes *)(panel + i * width), floats);
  }
  sum *= *(const floats *)scales;
  memcpy(y, &sum, count * sizeof *y);
}

// A scale that is subnormal has lost bits, and its quotients can leave the range.
CLONES void ck_int8_from_panel(const float *panel, int8_t *out, float *scales, size_t inputs) {
  for (size_t c = 0; c < width; c++) scales[c] = 0;
  for (size_t i = 0; i < inputs; i++) {
    for (size_t c = 0; c < width; c++) scales[c] = fmaxf(scales[c], fabsf(panel[i * width + c]));
  }
  for (size_t c = 0; c < width; c++) scales[c] /= 127;
  for (size_t i = 0; i < inputs; i++) {
    for (size_t c = 0; c < width; c++) {
      float steps = scales[c] > 0 ? rintf(panel[i * width + c] / scales[c]) : 0;
      out[i * width + c] = (int8_t)fminf(fmaxf(steps, -127), 127);
    }
  }
}

CLONES void ck_panel_from_int8(
  const int8_t *in, const float *scales, float *panel, size_t inputs) {
  for (size_t i = 0; i < inputs; i++) {
    for (size_t c = 0; c < width; c++) panel[i * width + c] = in[i * width + c] * scales[c];
  }
}
