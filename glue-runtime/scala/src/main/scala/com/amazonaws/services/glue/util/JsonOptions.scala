package com.amazonaws.services.glue.util

import com.fasterxml.jackson.databind.ObjectMapper

import scala.collection.JavaConverters._

/** Options of a source, a sink or a format, as JSON text or as a map. */
class JsonOptions private (values: _root_.java.util.Map[String, Any]) extends Serializable {

  /** Returns the options by their names. */
  def toMap: Map[String, Any] = values.asScala.toMap

  def asJava: _root_.java.util.Map[String, Any] = values

  override def toString: String = new ObjectMapper().writeValueAsString(values)
}

object JsonOptions {
  val empty: JsonOptions = JsonOptions(Map.empty[String, Any])

  def apply(json: String): JsonOptions =
    new JsonOptions(new ObjectMapper().readValue(json, classOf[_root_.java.util.LinkedHashMap[String, Any]]))

  def apply(options: Map[String, Any]): JsonOptions = {
    val values = new _root_.java.util.LinkedHashMap[String, Any]
    options.foreach { case (name, value) => values.put(name, java(value)) }
    new JsonOptions(values)
  }

  private def java(value: Any): Any = value match {
    case map: scala.collection.Map[_, _] => map.map { case (key, each) => (key, java(each)) }.asJava
    case values: Array[_] => values.map(java).toList.asJava
    case values: Seq[_] => values.map(java).asJava
    case other => other
  }
}
