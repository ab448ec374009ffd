#include "CKernels.h"

#include "clones.h"

CLONES void ck_fill(float *out, float value, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = value;
}

CLONES void ck_add(const float *a, const float *b, float *out, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = a[i] + b[i];
}

CLONES void ck_add_scaled(const float *a, float scale, float *out, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] += scale * a[i];
}

CLONES void ck_scale(const float *a, float scale, float *out, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = scale * a[i];
}

CLONES void ck_multiply(const float *a, const float *b, float *out, size_t n, bool accumulate) {
  if (accumulate) {
    for (size_t i = 0; i < n; i++) out[i] += a[i] * b[i];
  } else {
    for (size_t i = 0; i < n; i++) out[i] = a[i] * b[i];
  }
}

CLONES void ck_add_bias(
  float *rows, const float *bias, size_t count, size_t width, size_t stride) {
  for (size_t r = 0; r < count; r++) {
    float *row = rows + r * stride;
    for (size_t c = 0; c < width; c++) row[c] += bias[c];
  }
}

CLONES void ck_column_sums(
  const float *rows, size_t count, size_t width, size_t stride, float *out, bool accumulate) {
  if (!accumulate) {
    for (size_t c = 0; c < width; c++) out[c] = 0;
  }
  for (size_t r = 0; r < count; r++) {
    const float *row = rows + r * stride;
    for (size_t c = 0; c < width; c++) out[c] += row[c];
  }
}

CLONES void ck_scale_columns(
  const float *rows, const float *scale, float *out, size_t count, size_t width, bool accumulate) {
  for (size_t r = 0; r < count; r++) {
    const float *row = rows + r * width;
    float *to = out + r * width;
    if (accumulate) {
      for (size_t c = 0; c < width; c++) to[c] += row[c] * scale[c];
    } else {
      for (size_t c = 0; c < width; c++) to[c] = row[c] * scale[c];
    }
  }
}

CLONES void ck_column_dots(
  const float *a, const float *b, size_t count, size_t width, size_t stride, float *out,
  bool accumulate) {
  if (!accumulate) {
    for (size_t c = 0; c < width; c++) out[c] = 0;
  }
  for (size_t r = 0; r < count; r++) {
    const float *x = a + r * stride;
    const float *y = b + r * stride;
    for (size_t c = 0; c < width; c++) out[c] += x[c] * y[c];
  }
}

CLONES double ck_sum(const float *a, size_t n) {
  REASSOCIATE
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)a[i];
  return sum;
}

CLONES double ck_sum_of_squares(const float *a, size_t n) {
  REASSOCIATE
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)a[i] * (double)a[i];
  return sum;
}

CLONES double ck_dot(const float *a, const float *b, size_t n) {
  REASSOCIATE
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)a[i] * (double)b[i];
  return sum;
}

CLONES bool ck_all_finite(const float *a, size_t n) {
  uint32_t worst = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t bits;
    __builtin_memcpy(&bits, a + i, sizeof bits);
    bits &= 0x7fffffff;
    worst = bits > worst ? bits : worst;
  }
  return worst < 0x7f800000;
}
