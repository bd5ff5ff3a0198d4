//: argument --job-language scala
//: argument --class com.mine.GlueApp
//: argument --day 2021-01-01
//: state SUCCEEDED
//: prints 2021-01-01 45 90
package com.mine

import org.apache.spark.sql.SparkSession

object GlueApp {
  case class Row(n: Long)

  def main(sysArgs: Array[String]): Unit = {
    val day = sysArgs(sysArgs.indexOf("--day") + 1)
    val spark = SparkSession.builder().getOrCreate()
    import spark.implicits._
    val rows = spark.range(10).map(n => Row(n * 2))
    println(s"$day ${spark.range(10).selectExpr("sum(id)").as[Long].first()} ${rows.map(_.n).reduce(_ + _)}")
  }
}
