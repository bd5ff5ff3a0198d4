package com.amazonaws.services.glue.log

import org.slf4j.LoggerFactory

/** The log of a job. */
class GlueLogger extends Serializable {
  @transient private lazy val log = LoggerFactory.getLogger("GlueLogger")

  def info(message: String): Unit = log.info(message)

  def warn(message: String): Unit = log.warn(message)

  def error(message: String): Unit = log.error(message)
}
