//: argument --job-language scala
//: argument --class GlueApp
//: state FAILED
//: message Error Category: UNCLASSIFIED_ERROR; IllegalStateException: no rows on 2021-01-01
object GlueApp {
  def main(sysArgs: Array[String]): Unit = {
    throw new IllegalStateException("no rows on 2021-01-01")
  }
}
