#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Fused float kernels, forward beside backward, one file per kernel family. Every function works on
// one contiguous range in one thread; Swift decides how a tensor is cut into ranges. "accumulate"
// says whether a gradient is added to what stands in the output or replaces it.

// pool.c ------------------------------------------------------------------------------------------

typedef void (*ck_task)(void *context, size_t part, size_t worker);

/// Runs task(context, part, worker) once for every part in 0 ..< parts, on at most
/// ck_thread_count() threads; worker < ck_thread_count() names the thread. Returns when all have
/// run. A call from inside a task runs in the calling thread.
void ck_parallel(size_t parts, ck_task task, void *context);
size_t ck_thread_count(void);
/// At most 64; takes effect at the next ck_parallel.
void ck_set_thread_count(size_t count);

// clones.c ----------------------------------------------------------------------------------------

/// The instruction set of the clone that runs here: 4 or 3 (x86-64-v4, -v3), or 0 (the default).
int ck_clone_level(void);
/// The widest of these that the processor supports, found without the clone resolver.
int ck_processor_level(void);

// elementwise.c -----------------------------------------------------------------------------------

void ck_fill(float *out, float value, size_t n);
/// out = a + b
void ck_add(const float *a, const float *b, float *out, size_t n);
/// out += scale * a
void ck_add_scaled(const float *a, float scale, float *out, size_t n);
/// out = scale * a
void ck_scale(const float *a, float scale, float *out, size_t n);
/// out (+)= a * b
void ck_multiply(const float *a, const float *b, float *out, size_t n, bool accumulate);
/// rows[r][c] += bias[c]
void ck_add_bias(float *rows, const float *bias, size_t count, size_t width, size_t stride);
/// out[c] (+)= sum over r of rows[r][c], in the order of the rows
void ck_column_sums(
  const float *rows, size_t count, size_t width, size_t stride, float *out, bool accumulate);
/// out[r][c] (+)= rows[r][c] * scale[c]
void ck_scale_columns(
  const float *rows, const float *scale, float *out, size_t count, size_t width, bool accumulate);
/// out[c] (+)= sum over r of a[r][c] * b[r][c], in the order of the rows
void ck_column_dots(
  const float *a, const float *b, size_t count, size_t width, size_t stride, float *out,
  bool accumulate);
double ck_sum(const float *a, size_t n);
double ck_sum_of_squares(const float *a, size_t n);
double ck_dot(const float *a, const float *b, size_t n);
/// True when every element is finite.
bool ck_all_finite(const float *a, size_t n);

// activation.c ------------------------------------------------------------------------------------

/// y = 0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))
void ck_gelu_forward(const float *x, float *y, size_t n);
void ck_gelu_backward(const float *x, const float *dy, float *dx, size_t n, bool accumulate);
void ck_tanh_forward(const float *x, float *y, size_t n);
/// from the output: dx (+)= dy (1 - y^2)
void ck_tanh_backward(const float *y, const float *dy, float *dx, size_t n, bool accumulate);
/// y = x / (1 + exp(-x))
void ck_silu_forward(const float *x, float *y, size_t n);
void ck_silu_backward(const float *x, const float *dy, float *dx, size_t n, bool accumulate);
void ck_relu_forward(const float *x, float *y, size_t n);
void ck_relu_backward(const float *x, const float *dy, float *dx, size_t n, bool accumulate);

// layer_norm.c ------------------------------------------------------------------------------------

/// y = (x - mean) * inverse_deviation * weight + bias for each row; keeps mean and inverse deviation.
void ck_layer_norm_forward(
  const float *x, const float *weight, const float *bias, float epsilon, float *y, float *mean,
  float *inverse_deviation, size_t rows, size_t width);
/// dx may be NULL, and so may dweight with dbias; these two are added to.
void ck_layer_norm_backward(
  const float *x, const float *weight, const float *mean, const float *inverse_deviation,
  const float *dy, float *dx, float *dweight, float *dbias, size_t rows, size_t width,
  bool accumulate);

// softmax.c ---------------------------------------------------------------------------------------

/// In place: row r of scores (rows x stride) keeps its first visible + r columns; these become
/// softmax(scale * score), the rest up to width becomes 0. log_sums[r] = log sum exp(scale * score).
void ck_causal_softmax(
  float *scores, size_t rows, size_t width, size_t stride, size_t visible, float scale,
  float *log_sums);
/// The same probabilities again, from the scores and the kept log_sums.
void ck_causal_softmax_again(
  float *scores, size_t rows, size_t width, size_t stride, size_t visible, float scale,
  const float *log_sums);
/// In place: dscores[r][c] = scale * p[r][c] * (dp[r][c] - delta[r]), read from dp.
void ck_softmax_backward(
  const float *probabilities, float *dp, const float *delta, float scale, size_t rows,
  size_t width, size_t stride);
/// Plain softmax of each row, in place.
void ck_softmax(float *scores, size_t rows, size_t width);

// cross_entropy.c ---------------------------------------------------------------------------------

/// losses[r] = weights[r] * -log softmax(logits[r])[labels[r]]. With gradient_scale != 0 the logits
/// are replaced by the gradient of gradient_scale * sum(losses). weights may be NULL (all 1).
void ck_cross_entropy(
  float *logits, const int32_t *labels, const float *weights, size_t rows, size_t vocabulary,
  float gradient_scale, float *losses);

// embedding.c -------------------------------------------------------------------------------------

/// out[r] = tokens[ids[r]] + places[positions[r]]; places may be NULL.
void ck_embedding_forward(
  const float *tokens, const int32_t *ids, const float *places, const int32_t *positions,
  float *out, size_t rows, size_t width);
/// table[ids[r]][c] += dy[r][c] for the columns first ..< last, in the order of the rows.
void ck_embedding_backward(
  const float *dy, const int32_t *ids, float *table, size_t rows, size_t width, size_t first,
  size_t last);

// dropout.c ---------------------------------------------------------------------------------------

/// y[i] = x[i] / (1 - p) where the bit for (seed, offset + i) says keep, else 0. The same call on a
/// gradient is its backward.
void ck_dropout(
  const float *x, float *y, size_t n, uint64_t seed, uint64_t offset, float probability,
  bool accumulate);

// optimiser.c -------------------------------------------------------------------------------------

typedef struct {
  float learning_rate, beta1, beta2, epsilon, weight_decay;
  /// 1 - beta^t for the step t that is being taken
  float correction1, correction2;
  /// multiplies the gradient first: the clip coefficient
  float gradient_scale;
} ck_adamw_options;

void ck_adamw(
  float *weight, const float *gradient, float *moment1, float *moment2, size_t n,
  ck_adamw_options options);

// large_product.c ---------------------------------------------------------------------------------

/// Whether this processor runs ck_large_product.
bool ck_has_large_product(void);
/// C [m x n] = op(A) op(B), or C + op(A) op(B); op(A) is [m x k], op(B) is [k x n], and k > 0. lda,
/// ldb and ldc are the distances between rows in memory. Each thread that calls it keeps 9 MB.
void ck_large_product(
  bool transpose_a, bool transpose_b, size_t m, size_t n, size_t k, const float *a, size_t lda,
  const float *b, size_t ldb, bool adds, float *c, size_t ldc);

// matrix_vector.c ---------------------------------------------------------------------------------

/// y[c] = sum over r of x[r] * w[r][c] for columns first ..< last of w [rows x stride].
void ck_vector_matrix(
  const float *x, const float *w, float *y, size_t rows, size_t stride, size_t first, size_t last);
/// y[r] = dot(w[r], x) for rows first ..< last of w [rows x width].
void ck_matrix_vector(
  const float *w, const float *x, float *y, size_t width, size_t first, size_t last);

// compact_weights.c -------------------------------------------------------------------------------

/// A weight of few bits lies in panels [inputs][ck_panel_width] of as many outputs; places behind
/// the last output hold 0.
enum { ck_panel_width = 64 };

/// y[c] = sum over i of x[i] * panel[i][c] for the first count outputs of a panel.
void ck_half_panel(const uint16_t *panel, const float *x, float *y, size_t inputs, size_t count);
void ck_bfloat_panel(const uint16_t *panel, const float *x, float *y, size_t inputs, size_t count);
/// The same times scales[c].
void ck_int8_panel(
  const int8_t *panel, const float *scales, const float *x, float *y, size_t inputs, size_t count);
/// scales[c] = max over i of |panel[i][c]| / 127, out[i][c] = panel[i][c] / scales[c] to
/// the nearest, ties to even.
void ck_int8_from_panel(const float *panel, int8_t *out, float *scales, size_t inputs);
/// panel[i][c] = in[i][c] * scales[c]
void ck_panel_from_int8(const int8_t *in, const float *scales, float *panel, size_t inputs);

// half.c ------------------------------------------------------------------------------------------

void ck_float_from_half(const uint16_t *in, float *out, size_t n);
void ck_float_from_bfloat(const uint16_t *in, float *out, size_t n);
/// round to nearest, ties to even
void ck_half_from_float(const float *in, uint16_t *out, size_t n);
void ck_bfloat_from_float(const float *in, uint16_t *out, size_t n);

#endif
