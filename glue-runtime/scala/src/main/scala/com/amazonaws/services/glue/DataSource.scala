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

  def getDynamicFrame(): DynamicFrame =
    if (glueContext.sharesOut) getDynamicFrame(glueContext.minPartitions, glueContext.targetPartitions)
    else new DynamicFrame(source.getDynamicFrame, glueContext)

  /** Returns the frame, in so many partitions when the source has fewer than the minimum. */
  def getDynamicFrame(minPartitions: Int, targetPartitions: Int): DynamicFrame =
    new DynamicFrame(source.getDynamicFrame(minPartitions, targetPartitions), glueContext)

  def getDataFrame(): DataFrame = source.getDataFrame
}
