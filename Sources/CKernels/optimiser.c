#include "CKernels.h"

#include <math.h>

#include "clones.h"

// Decoupled weight decay, then Adam, in the order of torch.optim.AdamW:
// p *= 1 - lr wd; p -= (lr / c1) m / (sqrt(v) / sqrt(c2) + eps). One pass: 28 bytes an element.
CLONES void ck_adamw(
  float *weight, const float *gradient, float *moment1, float *moment2, size_t n,
  ck_adamw_options o) {
  float keep = 1 - o.learning_rate * o.weight_decay;
  float step = o.learning_rate / o.correction1;
  float inverse_root = 1.0f / sqrtf(o.correction2);
  for (size_t i = 0; i < n; i++) {
    float g = gradient[i] * o.gradient_scale;
    float m = moment1[i] + (1 - o.beta1) * (g - moment1[i]);
    float v = o.beta2 * moment2[i] + (1 - o.beta2) * g * g;
    moment1[i] = m;
    moment2[i] = v;
    weight[i] = weight[i] * keep - step * m / (sqrtf(v) * inverse_root + o.epsilon);
  }
}
