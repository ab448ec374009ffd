//: # 05-loss-mask
//:
//: To be written.

import Course

cell("setup")
print(profile)
