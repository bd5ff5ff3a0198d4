package com.amazonaws.services.glue

import com.amazonaws.services.glue.errors.CallSite
import com.amazonaws.services.glue.types.{IntegerNode, ObjectNode, StringNode}
import com.amazonaws.services.glue.util.{GlueArgParser, Job, JsonOptions}
import org.apache.spark.sql.SparkSession
import org.assertj.core.api.Assertions.{assertThat, assertThatThrownBy}
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.{Tag, Test}

import scala.collection.JavaConverters._

/** Tests of what a Scala program writes: named and default arguments, functions of records, options of both kinds. */
@Tag("slow")
class ProgramTest {
  private val glueContext = new GlueContext(ProgramTest.session.sparkContext)

  private def rows(schema: String, values: String): DynamicFrame =
    DynamicFrame(glueContext.getSparkSession.sql(s"SELECT * FROM VALUES $values AS t($schema)"), glueContext)

  private def texts(frame: DynamicFrame): String =
    frame.toDF().collect().map(_.toString).sorted.mkString(" ")

  @Test
  def mappingsAreTuplesAndCareForLetterCase(): Unit = {
    val mapped = rows("A, b", "(1, 'x')")
      .applyMapping(mappings = Seq(("a", "int", "c", "int"), ("b", "string", "s.d", "string")))
    assertThat(mapped.schema.treeString).isEqualTo("root\n|-- s: struct\n|    |-- d: string\n")
    val insensitive = rows("A", "(1)").applyMapping(Seq(MappingSpec("a", "int", "c", "long")), caseSensitive = false)
    assertThat(texts(insensitive)).isEqualTo("[1]")
  }

  @Test
  def framesAreJoinedSplitAndRelationalized(): Unit = {
    val joined = rows("id, v", "(1, 'a'), (2, 'b')")
      .join(keys1 = Seq("id"), keys2 = Seq("id"), frame2 = rows("id, w", "(2, 'c')"), transformationContext = "j")
    assertThat(joined.dropFields(Seq("`.id`")).toDF().columns).containsExactly("id", "v", "w")
    val parts = joined.splitRows(Seq("id"), Seq(5), Seq(">"))
    assertEquals(Seq(0L, 1L), parts.map(_.count))
    val tables = rows("g, es", "('A', array(1, 2))").relationalize("root", "/tmp/x", JsonOptions.empty)
    assertEquals(Seq("root", "root_es"), tables.map(_.getName()))
  }

  @Test
  def aFunctionSeesAndChangesRecords(): Unit = {
    val frame = rows("a", "(1), (2), (0)")
    val mapped = frame.map(record => {
      val a = record.getField("a").get.asInstanceOf[Int]
      record.addField("s.q", IntegerNode(10 / a))
      record.dropField("a")
      record
    })
    assertThat(texts(mapped)).isEqualTo("[[10]] [[5]]")
    assertThat(mapped.stageErrorsCount).isEqualTo(1)
    assertThat(frame.filter(_.getField("a").contains(2)).count).isEqualTo(1)
    val made = frame.map(_ => DynamicRecord(ObjectNode(Seq("n" -> StringNode("x")))))
    assertThat(texts(made)).isEqualTo("[x] [x] [x]")
  }

  @Test
  def errorsBeyondAThresholdEndTheProgram(): Unit = {
    val failing = rows("a", "(1), (2)")
      .map(f = _ => throw new IllegalStateException("no"), callSite = CallSite("here", "info"), totalThreshold = 1)
    assertThatThrownBy(() => failing.toDF()).hasMessageContaining("the total threshold allows 1")
    assertThat(failing.errorsAsDynamicFrame.selectField("error.callsite.site").toDF().first().toString)
      .isEqualTo("[[[here]]]")
  }

  @Test
  def choicesAreResolvedByOptionOrSpecification(): Unit = {
    val choice = rows("n", "(1)").union(rows("n", "('x')"))
    assertThat(choice.resolveChoice(choiceOption = Some(ChoiceOption("make_cols"))).toDF().columns)
      .containsExactly("n_int", "n_string")
    assertThat(texts(choice.resolveChoice(specs = Seq(("n", "cast:int"))))).isEqualTo("[1] [null]")
    val projected = choice.toDF(Seq(ResolveSpec("n", "project:string")))
    assertThat(texts(DynamicFrame(projected, glueContext))).isEqualTo("[null] [x]")
  }

  @Test
  def sourcesAndSinksTakeOptionsAsJsonOrAsMaps(): Unit = {
    val folder = java.nio.file.Files.createTempDirectory("facade").toUri.toString
    glueContext
      .getSinkWithFormat(connectionType = "s3", options = JsonOptions(Map("path" -> folder)), format = "json")
      .writeDynamicFrame(rows("a, b", "(1, 'x')"))
    val read = glueContext
      .getSourceWithFormat(connectionType = "s3", options = JsonOptions(s"""{"paths": ["$folder"]}"""), format = "json")
      .getDynamicFrame()
    assertThat(texts(read)).isEqualTo("[1,x]")
  }

  @Test
  def argumentsAreResolvedAndAJobCanEndWithoutABeginning(): Unit = {
    val args = GlueArgParser.getResolvedOptions(Array("--JOB_NAME", "j", "--x-y=1", "--other", "2"), Array("JOB_NAME", "x-y"))
    assertEquals(Map("JOB_NAME" -> "j", "x_y" -> "1"), args)
    assertThatThrownBy(() => GlueArgParser.getResolvedOptions(Array("--a", "1"), Seq("b", "c").toArray))
      .hasMessage("the following arguments are required: --b, --c")
    Job.commit()
    Job.init(args("JOB_NAME"), glueContext, args.asJava)
    assertThat(Job.isInitialized).isTrue
    Job.commit()
    Job.reset()
  }
}

object ProgramTest {
  private lazy val session: SparkSession = SparkSession
    .builder()
    .master("local[2]")
    .config("spark.ui.enabled", value = false)
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", value = 2)
    .config("spark.sql.catalogImplementation", "in-memory")
    .getOrCreate()
}
