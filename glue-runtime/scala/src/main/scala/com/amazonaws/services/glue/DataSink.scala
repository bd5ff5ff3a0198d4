package com.amazonaws.services.glue

import com.amazonaws.services.glue.errors.CallSite
import com.amazonaws.services.glue.util.JsonOptions
import io.laguna.glue.sink.{DataSink => CoreSink}
import org.apache.spark.sql.DataFrame

/** A sink of a job. */
class DataSink private[glue] (sink: CoreSink, glueContext: GlueContext) {

  def withFormat(format: String, formatOptions: JsonOptions = JsonOptions.empty): DataSink = {
    sink.setFormat(format, formatOptions.asJava)
    this
  }

  def setFormat(format: String, options: JsonOptions = JsonOptions.empty): Unit = withFormat(format, options)

  def setCatalogInfo(catalogDatabase: String, catalogTableName: String, catalogId: String = ""): Unit =
    sink.setCatalogInfo(catalogDatabase, catalogTableName, catalogId)

  /** Writes a frame and returns the frame of its errors. */
  def writeDynamicFrame(frame: DynamicFrame, callSite: CallSite = CallSite.NotProvided): DynamicFrame =
    new DynamicFrame(sink.writeDynamicFrame(frame.frame), glueContext)

  def writeDataFrame(frame: DataFrame, glueContext: GlueContext, callSite: CallSite = CallSite.NotProvided): DataFrame = {
    sink.writeDataFrame(frame)
    frame
  }
}
