#include "CKernels.h"

#include <math.h>

#include "clones.h"
#include "vector_math.h"

// Three passes over a row of logits: the largest, the sum of exponentials, the gradient in place.
CLONES void ck_cross_entropy(
  float *logits, const int32_t *labels, const float *weights, size_t rows, size_t vocabulary,
  float gradient_scale, float *losses) {
  for (size_t r = 0; r < rows; r++) {
    float *row = logits + r * vocabulary;
    float weight = weights ? weights[r] : 1;
    float top = largest(row, vocabulary);
    float target = row[labels[r]];
    float sum = 0;
    if (gradient_scale != 0) {
      {
        REASSOCIATE
        for (size_t c = 0; c < vocabulary; c++) {
          row[c] = vector_exp(row[c] - top);
          sum += row[c];
        }
      }
      float factor = gradient_scale * weight / sum;
      for (size_t c = 0; c < vocabulary; c++) row[c] *= factor;
      row[labels[r]] -= gradient_scale * weight;
    } else {
      REASSOCIATE
      for (size_t c = 0; c < vocabulary; c++) sum += vector_exp(row[c] - top);
    }
    losses[r] = weight * (logf(sum) + top - target);
  }
}
