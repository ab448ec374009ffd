#include "CKernels.h"

#include <math.h>

#include "clones.h"

// Two passes over a row that stays in the first-level cache: mean, then variance around it.
CLONES void ck_layer_norm_forward(
  const float *x, const float *weight, const float *bias, float epsilon, float *y, float *mean,
  float *inverse_deviation, size_t rows, size_t width) {
  for (size_t r = 0; r < rows; r++) {
    const float *row = x + r * width;
    float sum = 0;
    float squares = 0;
    {
      REASSOCIATE
      for (size_t c = 0; c < width; c++) sum += row[c];
    }
    float center = sum / (float)width;
    {
      REASSOCIATE
      for (size_t c = 0; c < width; c++) squares += (row[c] - center) * (row[c] - center);
    }
    float inverse = 1.0f / sqrtf(squares / (float)width + epsilon);
    for (size_t c = 0; c < width; c++) {
      y[r * width + c] = (row[c] - center) * inverse * weight[c] + bias[c];
    }
    mean[r] = center;
    inverse_deviation[r] = inverse;
  }
}

// With n = (x - mean) / deviation and g = dy * weight:
// dx = (g - mean(g) - n mean(g n)) / deviation; dweight = sum dy n; dbias = sum dy.
CLONES void ck_layer_norm_backward(
  const float *x, const float *weight, const float *mean, const float *inverse_deviation,
  const float *dy, float *dx, float *dweight, float *dbias, size_t rows, size_t width,
  bool accumulate) {
  for (size_t r = 0; r < rows; r++) {
    const float *row = x + r * width;
    const float *slope = dy + r * width;
    float center = mean[r];
    float inverse = inverse_deviation[r];
    if (dweight) {
      for (size_t c = 0; c < width; c++) {
        dweight[c] += slope[c] * (row[c] - center) * inverse;
        dbias[c] += slope[c];
      }
    }
    if (dx) {
      float sum = 0;
      float product = 0;
      {
        REASSOCIATE
        for (size_t c = 0; c < width; c++) {
          float g = slope[c] * weight[c];
          sum += g;
          product += g * (row[c] - center);
        }
      }
      float mean_g = sum / (float)width;
      float mean_gn = product * inverse / (float)width;
      float *out = dx + r * width;
      for (size_t c = 0; c < width; c++) {
        float g = slope[c] * weight[c];
        float before = accumulate ? out[c] : 0;
        out[c] = before + (g - mean_g - (row[c] - center) * inverse * mean_gn) * inverse;
      }
    }
  }
}
