#include "CKernels.h"

#include <stdlib.h>

#if defined(__x86_64__) && defined(__linux__)

#include <immintrin.h>
#include <stdio.h>
#include <sys/mman.h>

// C = op(A) op(B) for products whose sides are all in the hundreds or more, for which it is a
// twentieth faster than OpenBLAS. The way is that of Goto and van de Geijn, "Anatomy of
// high-performance matrix multiplication" (2008).
//
// A tile of C, ROWS x COLUMNS, stays in 24 of the 32 registers while k runs. Each step of k takes
// ROWS numbers of A, one by one, and COLUMNS numbers of B, and makes 24 fused multiply-adds of 16
// lanes, so that reading hides behind multiplying. Both operands are packed in this order: A in
// panels [k][ROWS], B in panels [k][COLUMNS].
//
// Over BLOCK steps of k a panel of A takes 18 KB and WIDTH columns of B take 295 KB, which the
// second-level cache holds; HELD numbers of A, 8 MB, lie in the third. So memory gives A once, gives
// B once for all rows of A that are held, and takes C once; what is summed of C stays in the caches
// from block to block.
//
// A number of C is the sum of its blocks in order, and a block's sum runs over k in order: it does
// not depend on where its row and column stand.

enum {
  ROWS = 12,
  COLUMNS = 32,
  BLOCK = 384,
  WIDTH = 192,
  HELD = 1 << 21,
  DEEPEST = 8 * BLOCK,
  // Steps of k between asking for numbers and using them.
  AHEAD = 8,
};

#define V4 __attribute__((target("arch=x86-64-v4")))
#define V4_INLINE static inline __attribute__((always_inline, target("arch=x86-64-v4")))

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }
static size_t rounded_up(size_t value, size_t multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

// rows[i][j] becomes rows[j][i].
V4_INLINE void transpose16(__m512 rows[16]) {
  __m512 t[16];
  for (int i = 0; i < 16; i += 2) {
    t[i] = _mm512_unpacklo_ps(rows[i], rows[i + 1]);
    t[i + 1] = _mm512_unpackhi_ps(rows[i], rows[i + 1]);
  }
  // Four rows of each group of four by four numbers.
  for (int i = 0; i < 16; i += 4) {
    for (int half = 0; half < 2; half++) {
      __m512d upper = _mm512_castps_pd(t[i + half]);
      __m512d lower = _mm512_castps_pd(t[i + 2 + half]);
      rows[i + 2 * half] = _mm512_castpd_ps(_mm512_unpacklo_pd(upper, lower));
      rows[i + 2 * half + 1] = _mm512_castpd_ps(_mm512_unpackhi_pd(upper, lower));
    }
  }
  // Groups change places: first between neighbours, then between halves.
  for (int i = 0; i < 4; i++) {
    t[i] = _mm512_shuffle_f32x4(rows[i], rows[i + 4], 0x88);
    t[i + 4] = _mm512_shuffle_f32x4(rows[i], rows[i + 4], 0xdd);
    t[i + 8] = _mm512_shuffle_f32x4(rows[i + 8], rows[i + 12], 0x88);
    t[i + 12] = _mm512_shuffle_f32x4(rows[i + 8], rows[i + 12], 0xdd);
  }
  for (int i = 0; i < 4; i++) {
    rows[i] = _mm512_shuffle_f32x4(t[i], t[i + 8], 0x88);
    rows[i + 4] = _mm512_shuffle_f32x4(t[i + 4], t[i + 12], 0x88);
    rows[i + 8] = _mm512_shuffle_f32x4(t[i], t[i + 8], 0xdd);
    rows[i + 12] = _mm512_shuffle_f32x4(t[i + 4], t[i + 12], 0xdd);
  }
}

// Panels [k][width] from rows [k] of memory, each of which is read once from end to end. The last
// panel is filled up with zeros.
V4_INLINE void pack_rows(
  const float *in, size_t stride, size_t k, size_t count, size_t width, float *panels) {
  size_t lanes = smaller(16, width);
  __mmask16 all = (__mmask16)((1u << lanes) - 1);
  for (size_t i = 0; i < k; i++) {
    for (size_t panel = 0; panel < count; panel += width) {
      float *out = panels + panel * k + i * width;
      for (size_t lane = 0; lane < width; lane += lanes) {
        size_t first = panel + lane;
        size_t valid = count > first ? smaller(lanes, count - first) : 0;
        __m512 row = _mm512_maskz_loadu_ps((__mmask16)((1u << valid) - 1), in + i * stride + first);
        _mm512_mask_storeu_ps(out + lane, all, row);
      }
    }
  }
}

// A panel [k][width] from `count` rows of memory, each of which holds k numbers; zeros fill it up.
V4_INLINE void pack_columns(
  const float *in, size_t stride, size_t k, size_t count, size_t width, float *panel) {
  for (size_t first = 0; first < width; first += 16) {
    size_t valid = count > first ? smaller(16, count - first) : 0;
    __mmask16 write = (__mmask16)((1u << smaller(16, width - first)) - 1);
    for (size_t i = 0; i < k; i += 16) {
      size_t steps = smaller(16, k - i);
      __mmask16 read = (__mmask16)((1u << steps) - 1);
      __m512 rows[16];
      for (size_t r = 0; r < 16; r++) {
        rows[r] = r < valid ? _mm512_maskz_loadu_ps(read, in + (first + r) * stride + i)
                            : _mm512_setzero_ps();
      }
      transpose16(rows);
      for (size_t r = 0; r < steps; r++) {
        _mm512_mask_storeu_ps(panel + (i + r) * width + first, write, rows[r]);
      }
    }
  }
}

// Panels of an operand whose `count` rows or columns are not summed over: panel after panel, each
// k * width numbers. `is_across` says that k runs across the rows of memory.
V4_INLINE void pack(
  bool is_across, const float *in, size_t stride, size_t k, size_t count, size_t width,
  float *panels) {
  if (!is_across) {
    pack_rows(in, stride, k, count, width, panels);
    return;
  }
  for (size_t first = 0; first < count; first += width) {
    size_t valid = smaller(width, count - first);
    pack_columns(in + first * stride, stride, k, valid, width, panels + first * k);
  }
}

V4 static void pack_a(
  bool is_across, const float *in, size_t stride, size_t k, size_t count, float *panels) {
  pack(is_across, in, stride, k, count, ROWS, panels);
}

V4 static void pack_b(
  bool is_across, const float *in, size_t stride, size_t k, size_t count, float *panels) {
  pack(is_across, in, stride, k, count, COLUMNS, panels);
}

// A tile of C: sums over k, stored or added. Only `rows` and `columns` of the tile exist.
V4 static void tile(
  const float *a, const float *b, size_t k, float *c, size_t stride, bool adds, size_t rows,
  size_t columns) {
  __m512 sums[ROWS][2];
  for (int r = 0; r < ROWS; r++) sums[r][0] = sums[r][1] = _mm512_setzero_ps();
  for (size_t r = 0; r < rows; r++) {
    __builtin_prefetch(c + r * stride, 1);
    __builtin_prefetch(c + r * stride + 16, 1);
  }
  for (size_t i = 0; i < k; i++) {
    __builtin_prefetch(a + (i + 2 * AHEAD) * ROWS);
    __builtin_prefetch(b + (i + AHEAD) * COLUMNS);
    __builtin_prefetch(b + (i + AHEAD) * COLUMNS + 16);
    __m512 b0 = _mm512_loadu_ps(b + i * COLUMNS);
    __m512 b1 = _mm512_loadu_ps(b + i * COLUMNS + 16);
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) {
      __m512 number = _mm512_set1_ps(a[i * ROWS + r]);
      sums[r][0] = _mm512_fmadd_ps(number, b0, sums[r][0]);
      sums[r][1] = _mm512_fmadd_ps(number, b1, sums[r][1]);
    }
  }
  __mmask16 masks[2] = {
    (__mmask16)((1u << smaller(16, columns)) - 1),
    (__mmask16)((1u << (columns > 16 ? columns - 16 : 0)) - 1),
  };
#pragma clang loop unroll(full)
  for (int r = 0; r < ROWS; r++) {
    if ((size_t)r >= rows) break;
#pragma clang loop unroll(full)
    for (int half = 0; half < 2; half++) {
      float *place = c + r * stride + 16 * half;
      __m512 sum = sums[r][half];
      if (adds) sum = _mm512_add_ps(sum, _mm512_maskz_loadu_ps(masks[half], place));
      _mm512_mask_storeu_ps(place, masks[half], sum);
    }
  }
}

// Panels of A and of B, which a thread keeps.
static float *panels(void) {
  static _Thread_local float *memory;
  if (!memory) {
    size_t huge_page = 1 << 21;
    size_t bytes = rounded_up((HELD + WIDTH * BLOCK) * sizeof(float), huge_page);
    memory = aligned_alloc(huge_page, bytes);
    if (!memory) {
      fprintf(stderr, "out of memory: %zu bytes were asked for\n", bytes);
      abort();
    }
    madvise(memory, bytes, MADV_HUGEPAGE);
  }
  return memory;
}

bool ck_has_large_product(void) { return ck_processor_level() >= 4; }

V4 void ck_large_product(
  bool transpose_a, bool transpose_b, size_t m, size_t n, size_t k, const float *a, size_t lda,
  const float *b, size_t ldb, bool adds, float *c, size_t ldc) {
  float *held = panels(), *block = held + HELD;
  for (size_t deep = 0; deep < k; deep += DEEPEST) {
    size_t depth = smaller(DEEPEST, k - deep);
    // Equal steps, so that the last is not much shorter.
    size_t step = (depth + (depth - 1) / BLOCK) / ((depth - 1) / BLOCK + 1);
    size_t fitting = HELD / depth / ROWS * ROWS;
    for (size_t row = 0; row < m; row += fitting) {
      size_t rows = smaller(fitting, m - row), padded = rounded_up(rows, ROWS);
      for (size_t i = 0; i < depth; i += step) {
        const float *from = transpose_a ? a + (deep + i) * lda + row : a + row * lda + deep + i;
        pack_a(!transpose_a, from, lda, smaller(step, depth - i), rows, held + i * padded);
      }
      for (size_t column = 0; column < n; column += WIDTH) {
        size_t columns = smaller(WIDTH, n - column);
        for (size_t i = 0; i < depth; i += step) {
          size_t steps = smaller(step, depth - i);
          const float *from =
            transpose_b ? b + column * ldb + deep + i : b + (deep + i) * ldb + column;
          pack_b(transpose_b, from, ldb, steps, columns, block);
          for (size_t r = 0; r < rows; r += ROWS) {
            for (size_t s = 0; s < columns; s += COLUMNS) {
              tile(
                held + i * padded + r * steps, block + s * steps, steps,
                c + (row + r) * ldc + column + s, ldc, adds || deep + i > 0,
                smaller(ROWS, rows - r), smaller(COLUMNS, columns - s));
            }
          }
        }
      }
    }
  }
}

#else

bool ck_has_large_product(void) { return false; }

void ck_large_product(
  bool transpose_a, bool transpose_b, size_t m, size_t n, size_t k, const float *a, size_t lda,
  const float *b, size_t ldb, bool adds, float *c, size_t ldc) {
  abort();
}

#endif
