package com.amazonaws.services.glue.schema

import io.laguna.glue.schema.GlueType

import scala.collection.JavaConverters._

/** A field of a schema. */
case class Field(name: String, dataType: GlueType) {

  /** Returns the name of the type: `long`, `struct`, `choice`. */
  def typeName(): String = dataType.typeName
}

/** The schema of a frame. */
case class Schema(struct: GlueType.StructType) {

  def getFields(): Seq[Field] = struct.fields.asScala.toSeq.map { case (name, dataType) => Field(name, dataType) }

  def getField(name: String): Option[Field] = getFields.find(_.name == name)

  def containsField(name: String): Boolean = struct.fields.containsKey(name)

  def jsonValue(): String = struct.jsonValue

  def printTree(): Unit = println(treeString)

  def treeString(): String = struct.treeString
}
