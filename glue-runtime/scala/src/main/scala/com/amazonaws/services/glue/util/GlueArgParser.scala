package com.amazonaws.services.glue.util

/** The arguments of a job. */
object GlueArgParser {
  private val Optional = Set(
    "JOB_ID",
    "JOB_RUN_ID",
    "SECURITY_CONFIGURATION",
    "TempDir",
    "RedshiftTempDir",
    "encryption_type",
    "enable_data_lineage",
    "job_bookmark_option",
    "job_bookmark_from",
    "job_bookmark_to")

  /**
   * Returns the values of the options, and of those that Glue sets for itself as far as they are there. An argument that
   * nobody asks for is left out.
   */
  def getResolvedOptions(args: Array[String], options: Array[String]): Map[String, String] = {
    val given = parse(args.toList)
    val missing = options.filterNot(given.contains)
    if (missing.nonEmpty) {
      throw new IllegalArgumentException(
        s"the following arguments are required: ${missing.map("--" + _).mkString(", ")}")
    }
    val asked = options.map(name => (name.replace('-', '_'), given(name)))
    val own = given.map { case (name, value) => (name.replace('-', '_'), value) }.filterKeys(Optional.contains)
    own.toMap ++ asked
  }

  private def parse(args: List[String]): Map[String, String] = args match {
    case argument :: rest if argument.startsWith("--") && argument.contains("=") =>
      val Array(name, value) = argument.drop(2).split("=", 2)
      Map(name -> value) ++ parse(rest)
    case argument :: value :: rest if argument.startsWith("--") && !value.startsWith("--") =>
      Map(argument.drop(2) -> value) ++ parse(rest)
    case _ :: rest => parse(rest)
    case Nil => Map.empty
  }
}
