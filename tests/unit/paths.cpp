#include "unit/paths.h"

const char* const kSourceFolder = AFTERMINT_SOURCE_DIR;
const char* const kProgramPath = AFTERMINT_PROGRAM;
const char* const kDemoProgramPath = AFTERMINT_DEMO;
