package com.amazonaws.services.glue

import com.amazonaws.services.glue.util.JsonOptions
import io.laguna.glue.source.{DataSource => CoreSource}
import org.apache.spark.sql.DataFrame

/** A source of a job. */
class DataSource private[glue] (source: CoreSource, glueContext: GlueContext) {

  def withFormat(format: String, formatOptions: JsonOptions = JsonOptions.empty): DataSource = {
    source.setFormat(format, formatOptions.asJava)
    this
  }

  def getDynamicFrame(): DynamicFrame = new DynamicFrame(source.getDynamicFrame, glueContext)

  /** Returns the frame. How many partitions it has follows from the files, not from the two numbers. */
  def getDynamicFrame(minPartitions: Int, targetPartitions: Int): DynamicFrame = getDynamicFrame()

  def getDataFrame(): DataFrame = source.getDataFrame
}
