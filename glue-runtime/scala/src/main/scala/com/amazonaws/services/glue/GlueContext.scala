package com.amazonaws.services.glue

import com.amazonaws.services.glue.log.GlueLogger
import com.amazonaws.services.glue.util.JsonOptions
import io.laguna.glue.context.{GlueContext => CoreContext}
import io.laguna.glue.job.{Chores, ScriptContext}
import org.apache.spark.SparkContext
import org.apache.spark.sql.functions.{current_timestamp, date_format}
import org.apache.spark.sql.streaming.Trigger
import org.apache.spark.sql.types.StructType
import org.apache.spark.sql.{Dataset, Row, SQLContext, SparkSession}

/**
 * The entry to a job's sources and sinks, as
 * [[https://docs.aws.amazon.com/glue/latest/dg/glue-etl-scala-apis-glue-gluecontext.html GlueContext]] describes it.
 */
class GlueContext private (
    @transient val sc: SparkContext,
    val minPartitions: Int,
    val targetPartitions: Int,
    private[glue] val sharesOut: Boolean)
    extends SQLContext(sc) {

  /** Creates a context whose sources have as many partitions as follow from their files. */
  def this(sc: SparkContext) = this(sc, 10, 20, false)

  /** Creates a context whose sources have so many partitions when they would have fewer than the minimum. */
  def this(sc: SparkContext, minPartitions: Int, targetPartitions: Int) =
    this(sc, minPartitions, targetPartitions, true)

  @transient private[glue] lazy val context = new CoreContext(sparkSession)
  @transient private lazy val script = new ScriptContext(context)
  @transient private lazy val chores = new Chores(context)

  def getSparkSession(): SparkSession = sparkSession

  def getLogger(): GlueLogger = new GlueLogger

  def getSource(
      connectionType: String,
      connectionOptions: JsonOptions,
      transformationContext: String = "",
      pushDownPredicate: String = ""): DataSource =
    new DataSource(script.getSource(connectionType, connectionOptions.asJava, transformationContext), this)

  def getSourceWithFormat(
      connectionType: String,
      options: JsonOptions,
      transformationContext: String = "",
      format: String = null,
      formatOptions: JsonOptions = JsonOptions.empty): DataSource = {
    val source = getSource(connectionType, options, transformationContext)
    Option(format).map(source.withFormat(_, formatOptions)).getOrElse(source)
  }

  def getCatalogSource(
      database: String,
      tableName: String,
      redshiftTmpDir: String = "",
      transformationContext: String = "",
      pushDownPredicate: String = "",
      additionalOptions: JsonOptions = JsonOptions.empty,
      catalogId: String = null): DataSource =
    new DataSource(
      script.getCatalogSource(
        database,
        tableName,
        transformationContext,
        pushDownPredicate.trim,
        GlueContext.withFolder(additionalOptions, redshiftTmpDir),
        Option(catalogId).getOrElse("")),
      this)

  def getSink(connectionType: String, connectionOptions: JsonOptions, transformationContext: String = ""): DataSink =
    new DataSink(script.getSink(connectionType, connectionOptions.asJava), this)

  def getSinkWithFormat(
      connectionType: String,
      options: JsonOptions,
      transformationContext: String = "",
      format: String = null,
      formatOptions: JsonOptions = JsonOptions.empty): DataSink = {
    val sink = getSink(connectionType, options, transformationContext)
    Option(format).map(sink.withFormat(_, formatOptions)).getOrElse(sink)
  }

  def getCatalogSink(
      database: String,
      tableName: String,
      redshiftTmpDir: String = "",
      transformationContext: String = "",
      additionalOptions: JsonOptions = JsonOptions.empty,
      catalogId: String = null): DataSink =
    new DataSink(
      script.getCatalogSink(
        database,
        tableName,
        GlueContext.withFolder(additionalOptions, redshiftTmpDir),
        Option(catalogId).getOrElse("")),
      this)

  def getJDBCSink(
      catalogConnection: String,
      options: JsonOptions,
      redshiftTmpDir: String = "",
      transformationContext: String = "",
      catalogId: String = null): DataSink =
    new DataSink(
      script.getJDBCSink(
        catalogConnection,
        GlueContext.withFolder(options, redshiftTmpDir),
        Option(catalogId).getOrElse("")),
      this)

  def getCatalogSchemaAsSparkSchema(database: String, tableName: String, catalogId: String = null): StructType =
    chores.catalogSchema(database, tableName, Option(catalogId).getOrElse(""))

  /** Adds the columns of the present time down to a day, an hour or a minute. */
  def addIngestionTimeColumns(frame: Dataset[Row], granularity: String): Dataset[Row] = {
    val parts = Seq("year" -> "yyyy", "month" -> "MM", "day" -> "dd", "hour" -> "HH", "minute" -> "mm")
    val last = parts.map(_._1).indexOf(granularity)
    if (last < 2) {
      throw new IllegalArgumentException(s"Invalid granularity $granularity: it is day, hour or minute")
    }
    val now = current_timestamp()
    parts.take(last + 1).foldLeft(frame) { case (rows, (name, pattern)) =>
      rows.withColumn("ingest_" + name, date_format(now, pattern))
    }
  }

  /** Gives every batch of a stream to a function, until the stream ends. */
  def forEachBatch(frame: Dataset[Row], batchFunction: (Dataset[Row], Long) => Unit, options: JsonOptions): Unit = {
    val values = options.toMap
    def required(name: String) =
      values.getOrElse(name, throw new IllegalArgumentException(s"Missing $name argument")).toString
    val retries = values.get("batchMaxRetries").map(_.toString.toInt).getOrElse(3)
    val run: (Dataset[Row], Long) => Unit = (batch, id) => GlueContext.retry(retries)(batchFunction(batch, id))
    frame.writeStream
      .foreachBatch(run)
      .trigger(Trigger.ProcessingTime(required("windowSize")))
      .option("checkpointLocation", required("checkpointLocation"))
      .start()
      .awaitTermination()
  }
}

object GlueContext {

  /** Returns options with the folder in S3 for the files of Redshift, where a call names it beside them. */
  private def withFolder(options: JsonOptions, redshiftTmpDir: String): java.util.Map[String, Any] =
    if (redshiftTmpDir.isEmpty) options.asJava
    else {
      val all = new java.util.HashMap[String, Any](options.asJava)
      all.putIfAbsent("redshiftTmpDir", redshiftTmpDir)
      all
    }

  /** Does something, and once more as often as is allowed when it fails. */
  @scala.annotation.tailrec
  private def retry(times: Int)(work: => Unit): Unit =
    scala.util.Try(work) match {
      case scala.util.Success(_) =>
      case scala.util.Failure(_) if times > 0 => retry(times - 1)(work)
      case scala.util.Failure(failure) => throw failure
    }
}
