//: argument --job-language scala
//: argument --class GlueApp
//: state FAILED
//: message Error Category: COMPILATION_ERROR; CompilationException: scala_wrong.scala:8: error: not found: value day
//: log not found: value day
object GlueApp {
  def main(sysArgs: Array[String]): Unit = {
    println(day)
  }
}
