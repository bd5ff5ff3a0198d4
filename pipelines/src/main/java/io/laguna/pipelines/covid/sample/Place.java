package io.laguna.pipelines.covid.sample;

/**
 * A municipality as releases call it.
 *
 * @param department DIVIPOLA code of the department it really lies in
 * @param currentDepartmentCode what the current header has for a department's code; a district's own for some
 * @param departmentCode2020 the same for the releases of 2020
 */
record Place(
        String department,
        Spelling currentDepartmentCode,
        Spelling currentDepartment,
        Spelling currentCode,
        Spelling currentName,
        Spelling departmentCode2020,
        Spelling department2020,
        Spelling code2020,
        Spelling name2020) {}
