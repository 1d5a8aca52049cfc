// Where this checkout and the built program are. CMake sets both for paths.cpp alone, so that no other object file
// depends on the folder it was built in.
#pragma once

extern const char* const kSourceFolder;
extern const char* const kProgramPath;
extern const char* const kDemoProgramPath;
