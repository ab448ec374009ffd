//: # 07-head-or-instruction
//:
//: To be written.

import Course

cell("setup")
print(profile)
