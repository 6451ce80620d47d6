/**
 * Words of every complaint whatever it is about: they hold sentences together, address and thank, count and
 * date. What few texts held of them by chance would else speak for a category. Closed lists, no word of a trade.
 */
const chinese = `
  的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 之 所 者 等 等等
  我 你 您 他 她 它 们 咱 我的 你的 您的 他的 她的 们的 我是 我在 我想 我们 你们 他们 她们 它们 咱们 自己 大家 本人 人家 别人 人
  这 那 哪 此 该 其 某 每 各 另 这个 那个 这些 那些 这里 那里 这样 那样 这种 那种 这么 那么 其中 其他 其它 另外
  什么 怎么 怎样 怎么样 为什么 为何 如何 哪里 哪个 哪些 谁 几 多少 是否 能否 有没有
  是 不是 有 没 没有 无 不 未 别 非 并非 不能 不会 不到 不要 不了 都有 也会有 不知 知道
  也 都 还 又 再 就 才 只 很 太 最 更 却 竟 仍 均 已 曾 正 将 已经 曾经 正在 将要 竟然 甚至 非常 十分 比较 仍然 还是 还有 就是 都是 也是 只是 一直 至今
  会 能 可 可以 能够 可能 应 应该 应当 必须 需要 要 想 希望 让 叫 使 令 被 把 给
  对 对于 关于 向 往 从 自 自从 到 在 于 由 由于 因 因为 因此 所以 为 为了 至 按 按照 根据 通过 经过 随着 有关 相关 进行
  以 以及 及 和 与 同 跟 或 或者 而 而且 而是 并 并且 且 但 但是 可是 不过 然而 于是 从而 既 即 则 如 如果 若 要是 虽然 尽管 即使 只要 只有 除了
  上 下 里 中 内 外 前 后 来 去 之前 之后 以前 以后 之间 之一 以上 以下 左右
  一 二 三 四 五 六 七 八 九 十 两 百 千 万 第一 第二 一个 一些 一下 一样 一次 个 位 名 次 件 点
  年 月 日 号 天 时 时候 现在 目前 今天 昨天 明天 今年 去年 明年
  做 说 看 用 大 小 多 少 好 请 请问 谢谢 感谢 您好 你好 尊敬`;
const english = `
  a an the this that these those i me my mine we us our you your he him his she her it its they them their
  who whom which what when where why how here there
  am is are was were be been being have has had do does did will would shall should can could may might must
  no nor not and or but if then than so as because while until
  at by for from in into of off on onto out over to under up upon with without about after again before between during through
  all also any both each few further just more most now only other own same since some such too very
  one two three please hello dear thank thanks`;

/** In both languages, in small letters. */
export const stopWords: ReadonlySet<string> = new Set(`${chinese} ${english}`.trim().split(/\s+/));
