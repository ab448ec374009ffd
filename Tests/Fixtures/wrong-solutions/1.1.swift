// WRONG: the tied head counts as a matrix of its own
let (H, M) = (config.hiddenSize, config.mlpSize)
let embeddings = (2 * config.vocabSize + config.contextLength) * H
let block = 4 * H + 4 * H * H + 4 * H + 2 * H * M + M + H
return embeddings + config.layerCount * block + 2 * H

// WRONG: no positions
let (H, M) = (config.hiddenSize, config.mlpSize)
let block = 4 * H + 4 * H * H + 4 * H + 2 * H * M + M + H
return config.vocabSize * H + config.layerCount * block + 2 * H

// WRONG: no biases
let (H, M) = (config.hiddenSize, config.mlpSize)
let embeddings = (config.vocabSize + config.contextLength) * H
return embeddings + config.layerCount * (2 * H + 4 * H * H + 2 * H * M) + H

// WRONG: no last norm
let (H, M) = (config.hiddenSize, config.mlpSize)
let embeddings = (config.vocabSize + config.contextLength) * H
return embeddings + config.layerCount * (4 * H + 4 * H * H + 4 * H + 2 * H * M + M + H)

// WRONG: an MLP of four times the hidden size, whatever the configuration says
let (H, M) = (config.hiddenSize, 4 * config.hiddenSize)
let embeddings = (config.vocabSize + config.contextLength) * H
let block = 4 * H + 4 * H * H + 4 * H + 2 * H * M + M + H
return embeddings + config.layerCount * block + 2 * H

// WRONG: the number for GPT-2 124M, whatever is asked
return 124_439_808
