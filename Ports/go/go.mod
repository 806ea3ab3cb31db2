module example/port

go 1.19
