package com.amazonaws.services.glue

import com.amazonaws.services.glue.errors.CallSite
import com.amazonaws.services.glue.util.JsonOptions
import io.laguna.glue.frame.{Stage, DynamicFrame => CoreFrame}
import io.laguna.glue.schema.SparkTypes
import io.laguna.glue.transform

import scala.collection.JavaConverters._

/** The transforms of a frame. */
private[glue] trait FrameTransforms { self: DynamicFrame =>

  private[glue] def of(next: CoreFrame): DynamicFrame = new DynamicFrame(next, glueContext)

  private[glue] def stage(context: String, callSite: CallSite, stageThreshold: Long, totalThreshold: Long): Stage =
    new Stage(context, callSite.site, callSite.info, stageThreshold, totalThreshold)

  private def list(values: Seq[String]): java.util.List[String] = new java.util.ArrayList(values.asJava)

  /** Returns the mapped fields. A mapping is a `MappingSpec`, or a tuple of source, its type, target and its type. */
  def applyMapping(
      mappings: Seq[Product],
      caseSensitive: Boolean = true,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = {
    val specs = mappings.map(_.productIterator.map(_.toString).toList).map {
      case List(source, target) => transform.MappingSpec.of(source, target)
      case List(source, target, targetType) => transform.MappingSpec.of(source, target, targetType)
      case List(source, sourceType, target, targetType) =>
        transform.MappingSpec.of(source, sourceType, target, targetType)
      case other => throw new IllegalArgumentException(s"A mapping has 2, 3 or 4 parts, not $other")
    }
    of(transform.ApplyMapping.apply(frame, new java.util.ArrayList(specs.asJava), caseSensitive, stage(transformationContext, callSite, stageThreshold, totalThreshold)))
  }

  def dropField(
      path: String,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.DropFields.apply(frame, list(Seq(path)), stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def dropFields(
      fieldNames: Seq[String],
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.DropFields.apply(frame, list(fieldNames), stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Returns the frame without the fields that are null in every record. */
  def dropNulls(
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.DropNullFields.apply(frame, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def selectField(
      fieldName: String,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.SelectFields.apply(frame, list(Seq(fieldName)), stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def selectFields(
      paths: Seq[String],
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.SelectFields.apply(frame, list(paths), stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def renameField(
      oldName: String,
      newName: String,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.RenameField.apply(frame, oldName, newName, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Returns two frames: the fields at the paths, and the rest. */
  def splitFields(
      paths: Seq[String],
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): Seq[DynamicFrame] =
    frames(transform.SplitFields.apply(frame, list(paths), getName + "1", getName + "2", stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Returns two frames: the records for which every comparison of a path with a value holds, and the rest. */
  def splitRows(
      paths: Seq[String],
      values: Seq[Any],
      operators: Seq[String],
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): Seq[DynamicFrame] = {
    val comparisons = new java.util.LinkedHashMap[String, java.util.Map[String, Any]]
    (paths, operators, values).zipped.foreach { (path, operator, value) =>
      comparisons.computeIfAbsent(path, _ => new java.util.LinkedHashMap[String, Any]).put(operator, value)
    }
    frames(transform.SplitRows.apply(frame, comparisons, getName + "1", getName + "2", stage(transformationContext, callSite, stageThreshold, totalThreshold)))
  }

  private def frames(named: java.util.Map[String, CoreFrame]): Seq[DynamicFrame] = named.values.asScala.map(of).toList

  /** Returns the frame with choices resolved: those of the specifications, or all by one option. */
  def resolveChoice(
      specs: Seq[Product] = Seq.empty[ResolveSpec],
      choiceOption: Option[ChoiceOption] = None,
      database: Option[String] = None,
      tableName: Option[String] = None,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = {
    val actions = new java.util.LinkedHashMap[String, String]
    specs.foreach(spec => actions.put(spec.productElement(0).toString, spec.productElement(1).toString))
    val step = stage(transformationContext, callSite, stageThreshold, totalThreshold)
    choiceOption.map(_.action) match {
      case Some("match_catalog") =>
        val table = glueContext.getCatalogSchemaAsSparkSchema(
          database.getOrElse(throw new IllegalArgumentException("match_catalog needs a database")),
          tableName.getOrElse(throw new IllegalArgumentException("match_catalog needs a tableName")))
        of(transform.ResolveChoice.matchCatalog(frame, SparkTypes.struct(table), step))
      case Some(action) => of(transform.ResolveChoice.all(frame, action, actions, step))
      case None if specs.isEmpty =>
        throw new IllegalArgumentException("Parameter specs and choiceOption are both missing, add one.")
      case None => of(transform.ResolveChoice.specs(frame, actions, step))
    }
  }

  def join(
      keys1: Seq[String],
      keys2: Seq[String],
      frame2: DynamicFrame,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.Join.apply(frame, list(keys1), frame2.frame, list(keys2), stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def union(
      other: DynamicFrame,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.Union.apply(frame, other.frame, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Returns the staged records, and those of this frame whose key is not among them. */
  def mergeDynamicFrames(
      stageDynamicFrame: DynamicFrame,
      primaryKeys: Seq[String],
      transformationContext: String = "",
      options: JsonOptions = JsonOptions.empty,
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame =
    of(transform.MergeFrames.apply(frame, stageDynamicFrame.frame, list(primaryKeys), stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Returns flat tables, the root first; each has its name. Nothing is staged, so the path is not used. */
  def relationalize(
      rootTableName: String,
      stagingPath: String,
      options: JsonOptions = JsonOptions.empty,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): Seq[DynamicFrame] = frames(transform.Relationalize.apply(frame, rootTableName, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def unnest(
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.Unnest.apply(frame, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def unnestDDBJson(
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.DynamoJson.unnest(frame, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def simplifyDDBJson(
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.DynamoJson.simplify(frame, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Returns the frame with the text at a path parsed; the options of the format are JSON. */
  def unbox(
      path: String,
      format: String,
      optionString: String = "{}",
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame =
    of(transform.Unbox.apply(frame, path, format, JsonOptions(optionString).asJava, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  /** Writes a sample of the records as JSON and returns the frame. */
  def spigot(
      path: String,
      options: JsonOptions = JsonOptions.empty,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.Spigot.apply(frame, path, options.asJava, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def repartition(
      numPartitions: Int,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.Partitions.repartition(frame, numPartitions, stage(transformationContext, callSite, stageThreshold, totalThreshold)))

  def coalesce(
      numPartitions: Int,
      shuffle: Boolean = false,
      transformationContext: String = "",
      callSite: CallSite = CallSite.NotProvided,
      stageThreshold: Long = 0,
      totalThreshold: Long = 0): DynamicFrame = of(transform.Partitions.coalesce(frame, numPartitions, shuffle, stage(transformationContext, callSite, stageThreshold, totalThreshold)))
}
