package com.amazonaws.services.glue

/** A mapping of one field to another place, name and type. */
case class MappingSpec(sourcePath: String, sourceType: String, targetPath: String, targetType: String)

/** An action on all choices: `cast:type`, `project:type`, `make_cols`, `make_struct`, `match_catalog`. */
case class ChoiceOption(action: String)

/** An action on the choice at a path. */
case class ResolveSpec(path: String, action: String)

object ResolveSpec {
  def apply(path: String, option: ChoiceOption): ResolveSpec = ResolveSpec(path, option.action)
}
