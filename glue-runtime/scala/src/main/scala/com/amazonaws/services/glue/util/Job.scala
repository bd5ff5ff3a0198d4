package com.amazonaws.services.glue.util

import com.amazonaws.services.glue.GlueContext
import io.laguna.glue.job.GlueJob

import scala.collection.JavaConverters._

/** The job of this program: between `init` and `commit` its sources heed the bookmark. */
object Job {
  private var current: Option[GlueJob] = None

  def init(jobName: String, glueContext: GlueContext, args: java.util.Map[String, String] = Map.empty[String, String].asJava): Unit =
    synchronized {
      val job = new GlueJob(glueContext.context)
      job.init(jobName, args)
      current = Some(job)
    }

  def isInitialized(): Boolean = synchronized(current.exists(_.isInitialized))

  /** Ends the work. A program that began none has nothing to remember. */
  def commit(): Unit = synchronized(current.foreach(_.commit()))

  /** Forgets the job, so that another one can begin in this JVM. */
  def reset(): Unit = synchronized {
    current = None
  }
}
