package com.amazonaws.services.glue.types

import io.laguna.glue.record.Struct

import scala.collection.JavaConverters._

/** A value of a record, with its type. */
sealed trait DynamicNode extends Serializable {

  /** Returns the value as records of the core hold it. */
  private[glue] def value: Any
}

/** A value without parts. */
sealed trait ScalarNode extends DynamicNode

case class BinaryNode(b: Array[Byte]) extends ScalarNode { private[glue] def value: Any = b }
case class BooleanNode(b: Boolean) extends ScalarNode { private[glue] def value: Any = b }
case class ByteNode(b: Byte) extends ScalarNode { private[glue] def value: Any = b }
case class DateNode(d: java.sql.Date) extends ScalarNode { private[glue] def value: Any = d }
case class DecimalNode(d: BigDecimal) extends ScalarNode { private[glue] def value: Any = d.bigDecimal }
case class DoubleNode(d: Double) extends ScalarNode { private[glue] def value: Any = d }
case class FloatNode(f: Float) extends ScalarNode { private[glue] def value: Any = f }
case class IntegerNode(i: Int) extends ScalarNode { private[glue] def value: Any = i }
case class LongNode(l: Long) extends ScalarNode { private[glue] def value: Any = l }
case class ShortNode(s: Short) extends ScalarNode { private[glue] def value: Any = s }
case class StringNode(s: String) extends ScalarNode { private[glue] def value: Any = s }
case class TimestampNode(t: java.sql.Timestamp) extends ScalarNode { private[glue] def value: Any = t }

/** Null. */
case class NullNode() extends ScalarNode { private[glue] def value: Any = null }

case class ArrayNode(nodes: Seq[DynamicNode]) extends DynamicNode {
  private[glue] def value: Any = new java.util.ArrayList[Any](nodes.map(_.value).asJava)
}

case class MapNode(nodes: Map[String, DynamicNode]) extends DynamicNode {
  private[glue] def value: Any = {
    val map = new java.util.LinkedHashMap[String, Any]
    nodes.foreach { case (name, node) => map.put(name, node.value) }
    map
  }
}

/** A struct. */
case class ObjectNode(nodes: Seq[(String, DynamicNode)]) extends DynamicNode {
  private[glue] def value: Any = {
    val struct = new Struct
    nodes.foreach { case (name, node) => struct.put(name, node.value) }
    struct
  }
}

object DynamicNode {

  /** Returns the node of a value of the core's. */
  private[glue] def of(value: Any): DynamicNode = value match {
    case null => NullNode()
    case struct: Struct => ObjectNode(struct.fields.asScala.toSeq.map(field => (field.getKey, of(field.getValue))))
    case list: java.util.List[_] => ArrayNode(list.asScala.map(of))
    case map: java.util.Map[_, _] => MapNode(map.asScala.map { case (key, each) => (key.toString, of(each)) }.toMap)
    case text: String => StringNode(text)
    case number: Int => IntegerNode(number)
    case number: Long => LongNode(number)
    case number: Double => DoubleNode(number)
    case number: Float => FloatNode(number)
    case number: Short => ShortNode(number)
    case number: Byte => ByteNode(number)
    case truth: Boolean => BooleanNode(truth)
    case decimal: java.math.BigDecimal => DecimalNode(decimal)
    case timestamp: java.sql.Timestamp => TimestampNode(timestamp)
    case date: java.sql.Date => DateNode(date)
    case time: java.time.LocalDateTime => TimestampNode(java.sql.Timestamp.valueOf(time))
    case bytes: Array[Byte] => BinaryNode(bytes)
    case other => throw new IllegalArgumentException(s"No value of a record: $other")
  }
}
