package com.amazonaws.services.glue

import com.amazonaws.services.glue.errors.CallSite
import com.amazonaws.services.glue.schema.Schema
import io.laguna.glue.frame.{Stage, DynamicFrame => CoreFrame}
import io.laguna.glue.record.{ErrorDetail, CallSite => CoreSite, DynamicRecord => CoreRecord}
import org.apache.spark.api.java.JavaRDD
import org.apache.spark.sql.DataFrame

import scala.collection.JavaConverters._
import scala.util.{Failure, Success, Try}

/**
 * A frame of records, each of which has its own schema, as
 * [[https://docs.aws.amazon.com/glue/latest/dg/glue-etl-scala-apis-glue-dynamicframe-class.html DynamicFrame]] describes it.
 */
class DynamicFrame private[glue] (private[glue] val frame: CoreFrame, @transient val glueContext: GlueContext)
    extends Serializable
    with FrameTransforms {

  // What a frame holds.

  lazy val count: Long = frame.count()

  def schema(): Schema = Schema(frame.schema())

  def recomputeSchema(): Schema = Schema(CoreFrame.ofRecords(frame.records(), frame.context, frame.name).schema())

  def isSchemaComputed(): Boolean = frame.schemaIfComputed().isPresent

  def getSchemaIfComputed(): Option[Schema] = Option(frame.schemaIfComputed().orElse(null)).map(Schema(_))

  def printSchema(): Unit = println(frame.schema().treeString)

  def show(numRows: Int = 20): Unit = frame.show(numRows).asScala.foreach(println)

  def getName(): String = frame.name

  def getNumPartitions(): Int = frame.partitions

  /** Returns a DataFrame; a choice that no specification resolves is a struct. */
  def toDF(specs: Seq[ResolveSpec] = Seq.empty): DataFrame =
    (if (specs.isEmpty) this else resolveChoice(specs = specs)).frame.toDF()

  def withName(name: String): DynamicFrame = of(frame.withName(name))

  def withTransformationContext(context: String): DynamicFrame =
    of(frame.withStage(new Stage(context, frame.stage.callSite, frame.stage.stageThreshold, frame.stage.totalThreshold)))

  def withFrameSchema(getSchema: () => Schema): DynamicFrame = of(frame.withSchema(getSchema().struct))

  // Errors.

  def errorsAsDynamicFrame(): DynamicFrame = of(frame.errorsAsDynamicFrame())

  def errorsCount(): Long = frame.errorsCount()

  def stageErrorsCount(): Long = frame.stageErrorsCount()

  def assertErrorThreshold(): Unit = frame.assertErrorThreshold()

  // Functions of the user's.

  /** Returns the frame of what the function returns for each record. An exception makes an error of the record. */
  def map(
      f: DynamicRecord => DynamicRecord,
      errorMsg: String = "",
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = {
    val step = stage(transformationContext, callSite, stageThreshold, totalThreshold)
    val site = step.callSite
    through(step)(record => Some(DynamicFrame.tried(record, site, errorMsg)(f(new DynamicRecord(record)).record)))
  }

  /** Returns the frame of the records for which the function holds. An exception makes an error of the record. */
  def filter(
      f: DynamicRecord => Boolean,
      errorMsg: String = "",
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = {
    val step = stage(transformationContext, callSite, stageThreshold, totalThreshold)
    val site = step.callSite
    through(step) { record =>
      Try(f(new DynamicRecord(record))) match {
        case Success(kept) => if (kept) Some(record) else None
        case Failure(failure) => Some(DynamicFrame.failed(record, site, errorMsg, failure))
      }
    }
  }

  private def through(step: Stage)(change: CoreRecord => Option[CoreRecord]): DynamicFrame = {
    val changed = frame.records().rdd.flatMap(record => if (record.isError) Some(record) else change(record))
    of(CoreFrame.ofStep(JavaRDD.fromRDD(changed), step, frame))
  }
}

object DynamicFrame {

  /** Returns the frame of a DataFrame's rows. */
  def apply(df: DataFrame, glueContext: GlueContext): DynamicFrame =
    new DynamicFrame(CoreFrame.ofDataFrame(df, glueContext.context, ""), glueContext)

  /** Returns a frame without records and fields. */
  def emptyDynamicFrame(glueContext: GlueContext): DynamicFrame =
    apply(glueContext.getSparkSession.emptyDataFrame, glueContext)

  private def tried(record: CoreRecord, site: CoreSite, errorMsg: String)(change: => CoreRecord): CoreRecord =
    Try(change) match {
      case Success(changed) => changed
      case Failure(failure) => failed(record, site, errorMsg, failure)
    }

  private def failed(record: CoreRecord, site: CoreSite, errorMsg: String, failure: Throwable): CoreRecord = {
    val message = if (errorMsg.isEmpty) failure.toString else s"$errorMsg: $failure"
    CoreRecord.failed(ErrorDetail.ofStep(site, message, ErrorDetail.stackTrace(failure), record.fields))
  }
}
