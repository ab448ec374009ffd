// WRONG: the encoder without biases
let prompt = P * H
return (prompt, prompt + H * E + E * E + E * H, prompt * 2 * L)

// WRONG: keys without values
let prompt = P * H
return (prompt, prompt + H * E + E + E * E + E + E * H + H, prompt * L)

// WRONG: the prefix of one layer
let prompt = P * H
return (prompt, prompt + H * E + E + E * E + E + E * H + H, prompt * 2)

// WRONG: two maps in the encoder
let prompt = P * H
return (prompt, prompt + H * E + E + E * H + H, prompt * 2 * L)

// WRONG: the encoder without the vectors that it encodes
return (P * H, H * E + E + E * E + E + E * H + H, P * H * 2 * L)

// WRONG: one encoder for every vector
let encoder = H * E + E + E * E + E + E * H + H
return (P * H, P * H + P * encoder, P * H * 2 * L)
