// WRONG: no biases
return (4 * blocks * hiddenSize * size, 2 * size, 4 * blocks * hiddenSize * size)

// WRONG: one adapter a block in both counts
func parameters(_ size: Int) -> Int { 2 * hiddenSize * size + hiddenSize + size }
return (blocks * parameters(size), size, blocks * parameters(size))

// WRONG: the biases of one map only
func parameters(_ size: Int) -> Int { 2 * hiddenSize * size + size }
return (2 * blocks * parameters(size), 2 * size, blocks * parameters(2 * size))

// WRONG: the same size for the rival
func parameters(_ size: Int) -> Int { 2 * hiddenSize * size + hiddenSize + size }
return (2 * blocks * parameters(size), size, blocks * parameters(size))

// WRONG: the rival has exactly the parameters of both
func parameters(_ size: Int) -> Int { 2 * hiddenSize * size + hiddenSize + size }
return (2 * blocks * parameters(size), 2 * size, 2 * blocks * parameters(size))
