package com.amazonaws.services.glue

import com.amazonaws.services.glue.types.{DynamicNode, ObjectNode}
import io.laguna.glue.record.{DynamicRecord => CoreRecord, Struct}
import io.laguna.glue.transform.RecordFields

/** A record of a frame, which functions of the user's see and change. */
class DynamicRecord private[glue] (private[glue] var record: CoreRecord) extends Serializable {

  def this() = this(CoreRecord.of(new Struct))

  /** Returns the value at a path: a value of Java's, a list, a map or a struct. */
  def getField(path: String): Option[Any] = Option(RecordFields.get(record.fields, path))

  /** Sets the value at a path; structs on the way are made. */
  def addField(path: String, node: DynamicNode): Option[DynamicNode] = {
    val before = getField(path).map(DynamicNode.of)
    record = CoreRecord.of(RecordFields.put(record.fields, path, node.value))
    before
  }

  /** Removes the field at a path and returns what it held. */
  def dropField(path: String): Option[DynamicNode] = {
    val before = getField(path).map(DynamicNode.of)
    record = CoreRecord.of(RecordFields.drop(record.fields, path))
    before
  }

  def getRoot: DynamicNode = DynamicNode.of(record.fields)

  def isError: Boolean = record.isError

  def toJson: String = record.toString

  override def toString: String = record.toString
}

object DynamicRecord {

  /** Returns a record of the fields of a struct. */
  def apply(root: ObjectNode): DynamicRecord = new DynamicRecord(CoreRecord.of(root.value.asInstanceOf[Struct]))
}
