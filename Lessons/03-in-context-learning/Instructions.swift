import Course

/// An open instruction, with words of which a good answer holds at least `needed`. A rule cannot read:
/// an answer that happens to hold the words counts, however poor it is, so what it counts as on task
/// is an upper bound.
struct Instruction {
  let text: String
  let accepted: [String]
  let needed: Int

  init(_ text: String, _ accepted: String, needed: Int = 1) {
    self.text = text
    self.accepted = accepted.split(separator: " ").map(String.init)
    self.needed = needed
  }

  /// The first asks what the lecture asks for. The others can be answered with what is written in
  /// this world.
  static let all = [
    Instruction("请给小朋友讲讲，人是怎么登上月亮的，几句话就好。", "火箭 飞船 宇航员 太空 月球"),
    Instruction("请用几句话说说，天为什么会下雨。", "水汽 水滴 云"),
    Instruction("彩虹是怎么来的？请讲给孩子听。", "水珠 水滴 阳光 太阳"),
    Instruction("冰放在屋里为什么会变成水？请说明。", "热 暖 温度 化"),
    Instruction("请说明怎么泡一杯茶。", "开水 热水 茶叶"),
    Instruction("请列出做蛋炒饭要准备的东西。", "鸡蛋 米饭 冷饭 葱 盐 油", needed: 2),
    Instruction("请把“猫”翻译成英语。", "cat"),
    Instruction("请把“苹果”翻译成英语。", "apple"),
    Instruction("“谢谢”用英语怎么说？请回答。", "thank"),
    Instruction("请把 three white cats 翻译成汉语。", "三只白"),
    Instruction("请算出十二加九等于多少。", "二十一 21"),
    Instruction("请算出 7×8 等于多少。", "56 五十六"),
    Instruction("请把 7、3、9、1 从小到大排好。", "1、3、7、9"),
    Instruction("请从一数到五。", "一、二、三、四、五 1、2、3、4、5 一，二，三，四，五"),
    Instruction("请说出三种水果的名字。", "苹果 香蕉 橘子 葡萄 西瓜 桃子 梨", needed: 3),
    Instruction("请告诉我一年有几个季节，都叫什么。", "春 夏 秋 冬", needed: 3),
    Instruction("请写出“高”的反义词。", "低 矮"),
    Instruction("请解释“半途而废”的意思。", "做到一半 不做了 放弃 没做完"),
    Instruction("请写一句夸饭馆的话。", "好吃 满意 新鲜 推荐 热情 还会再来"),
    Instruction("请写一条抱怨旅馆的评论。", "吵 脏 失望 退房 霉 再也不"),
    Instruction("请写一句安慰朋友的话，他丢了钱包。", "别难过 别着急 没关系 别担心 会找到"),
    Instruction("请写一句话，请朋友来家里吃晚饭。", "来我家 欢迎 一起吃 过来 做客"),
    Instruction("请介绍一下怎么过春节。", "饺子 红包 鞭炮 拜年 团圆 年夜饭"),
    Instruction("请讲一个小兔子的故事，两三句就行。", "有一天 从前 森林 萝卜 说："),
  ]
}
