"""Given names of many languages, and family names that come first in East Asia."""

from pipeline.extract.entities.words import words

GIVEN_NAMES = words(
    """
    Aaron Abdel Abdi Abdou Abdul Abdulaziz Abdullah Abdulrahman Abebe Abel Abhijit Abhishek
    Abraham Abu Achmad Ada Adam Adama Adel Adele Adewale Aditya Adnan Adolfo Adrian Adriana
    Agnes Agnieszka Ahmad Ahmed Aidan Aimee Aisha Aissata Ajay Akash Akhilesh Akhtar Akim
    Akinwumi Akira Alain Alan Alassane Albert Alberto Alejandra Alejandro Aleksandar Aleksandr
    Aleksei Alena Alessandra Alessandro Alex Alexander Alexandra Alexandre Alexei Alexey Alexis
    Alfonso Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen Alma Alpha Alvaro
    Alvin Amadou Amal Amanda Amara Amber Amelia Amin Amina Aminata Amir Amit Amos Amr Amy Ana
    Anand Anas Anastasia Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey
    Andrzej Andy Angel Angela Angelica Angelina Angelo Angus Anil Anita Anjali Ann Anna Anne
    Annette Annie Ansar Anselm Anthony Antoine Anton Antonia Antonio Antony Anwar April Arash
    Archie Ariel Arif Arjun Armando Arnaud Arnold Arshad Artem Arthur Arturo Arun Asad Asha
    Ashley Ashok Ashraf Asif Asim Asma Astrid Atul Audrey August Augusto Aung Aurora Austin Avi
    Awad Ayesha Aymen Ayman Azam Aziz Babar Bakary Bashar Bashir Basil Beatrice Beatriz Ben
    Benedict Benigno Benjamin Bernadette Bernard Bernardo Bernie Beth Betty Bharat Bilal Bill
    Billy Björn Bo Bob Bobby Bogdan Boris Boubacar Brad Bradley Brandon Brenda Brendan Brian
    Bridget Britney Bruce Bruno Bryan Busisiwe Caleb Cameron Camila Camille Carl Carla Carlo
    Carlos Carmen Carol Carolina Caroline Carolyn Cassandra Catalina Catherine Cecilia Cedric
    Celeste Celia Cesar Chad Chandra Charlene Charles Charlie Charlotte Chelsea Cheryl Chinedu
    Chioma Chloe Chris Christian Christina Christine Christoph Christophe Christopher Christy
    Chukwuma Cindy Claire Clara Clarence Claude Claudia Claudio Clement Cliff Clive Colin Connor
    Constantin Cora Corinne Cory Craig Cristian Cristiano Cristina Cyril Daisy Dale Damian
    Damien Dan Dana Daniel Daniela Danielle Danny Daria Darius Darko Darren Darya Dave David
    Davide Dawit Dawn Dean Deborah Deepak Delia Denis Denise Dennis Derek Desmond Devendra Diana
    Diane Diego Dieter Dilip Dimitri Dimitris Dina Dinesh Dirk Dmitri Dmitry Dmytro Dominic
    Dominique Don Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dylan
    Ebrahim Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Ekaterina Elaine Elena Eleanor
    Eli Elias Elif Elijah Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elliot Elon Elsa
    Elvira Emad Emil Emilia Emilie Emilio Emily Emma Emmanuel Emre Enrico Enrique Eric Erica
    Erich Erik Erika Erin Ernest Ernesto Ernst Esperanza Essam Estela Esteban Esther Ethan
    Eugene Eugenia Eunice Eva Evan Eve Evelyn Evgeny Ezekiel Fabian Fabio Fadi Fahad Faisal
    Faith Farah Farhan Farid Faris Farooq Fatima Fatma Fatou Fawzi Federico Felicia Felipe Felix
    Ferdinand Fernanda Fernando Fidel Filip Filippo Fiona Flavio Flora Florence Florian Fouad
    Franca Frances Francesca Francesco Francis Francisco Franco Frank Franklin Franz Fred
    Freddie Frederic Frederick Frida Friedrich Fumio Gabriel Gabriela Gabriele Gareth Gary Gavin
    Gemma Gene Geoffrey George Georges Georgi Gerald Gerard Gerhard Gert Ghassan Giacomo Gilbert
    Gillian Gina Giorgia Giorgio Giovanni Girma Gita Giulia Giuseppe Gladys Glenn Gloria Godfrey
    Gonzalo Gopal Gordon Grace Graham Grant Greg Gregory Greta Guido Guillaume Guillermo Gustavo
    Guy Gwen Habib Hadi Haile Hakan Hakim Hala Hamad Hamid Hamza Hannah Hans Harald Hari Harish
    Harold Harriet Harry Harsh Haruka Harvey Hasan Hashim Hassan Hassane Hatem Heather Hector
    Heidi Heinrich Helen Helena Helene Helga Henri Henrik Henrique Henry Herbert Herman Hernan
    Hilary Hillary Hina Hiroshi Hisham Holly Hossein Howard Huda Hugh Hugo Humberto Hussain
    Hussein Ian Ibrahim Ibrahima Ida Idris Idrissa Ignacio Igor Ike Ilham Ilse Ilya Imad Imran
    Ines Ingrid Ioannis Irene Irina Iris Irma Isaac Isabel Isabella Isabelle Isaiah Ishaan
    Ismail Issa Ivan Ivana Ivo Jaap Jack Jackie Jackson Jacob Jacques Jaime Jakob Jakub Jalal
    Jamal James Jamie Jan Jana Jane Janet Janice Janine Janos Jason Jasmine Jasper Javed Javier
    Jawad Jay Jean Jeff Jeffrey Jelena Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim
    Jimmy Jitendra Joachim Joan Joana Joanna Joao João Joaquin Jochen Jody Joe Joel Johan Johann
    Johanna Johannes John Johnny Jonas Jonathan Jordi Jorge José Jose Josef Joseph Josephine
    Josh Joshua Joy Joyce Juan Juana Judith Judy Jules Julia Julian Julie Juliet Julio Julius
    June Jung Jurgen Justin Justine Jyoti Kabir Kaja Kamal Kamala Karel Karen Karim Karin Karina
    Karl Karolina Kate Katerina Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin
    Kavita Kay Keith Kelly Kelvin Ken Kenji Kenneth Kerry Kevin Khadija Khaled Khalid Khalifa
    Khalil Kim Kiran Kirill Kirsten Klaus Kofi Kojo Konstantin Krishna Krzysztof Kunal Kurt
    Kwabena Kwaku Kwame Kwasi Kyle Lalit Lamin Lance Lars Laszlo Laura Lauren Laurence Laurent
    Lawrence Layla Leah Leila Lena Lennart Leo Leon Leonard Leonardo Leonid Leroy Leslie Lewis
    Liam Lidia Lily Lina Linda Lindsey Lionel Lisa Liudmila Liz Lloyd Lois Lorena Lorenzo Louis
    Louisa Louise Luc Luca Lucas Lucia Lucie Lucy Ludmila Ludwig Luigi Luis Luisa Luiz Lukas
    Luke Lydia Lyn Lynn Maarten Mabel Maciej Madeleine Madhav Magdalena Mahamadou Mahendra
    Mahesh Mahmoud Mahmud Maina Malcolm Malik Mamadou Mamata Mandla Manfred Manisha Manish Manoj
    Manuel Manuela Mara Marc Marcel Marcela Marcelo Marcia Marcin Marco Marcos Marcus Marek
    Margaret Margarita Maria María Mariam Mariana Marianne Marie Marilyn Marina Mario Marion
    Marisa Mark Marko Markus Marlene Marta Martha Martin Martina Marvin Mary Maryam Masoud
    Massimo Mateusz Mathias Mathieu Matt Matteo Matthew Matthias Maureen Maurice Mauricio Mavis
    Max Maxim Maxime Maya Mayank Megan Mehdi Mehmet Meera Melanie Melissa Mercedes Mercy Micaela
    Michael Michaela Michal Michel Michele Michelle Miguel Mihai Mika Mikael Mike Mikhail Mila
    Milan Milos Mina Miranda Miriam Mirko Mitchell Moataz Mohamed Mohammad Mohammed Mohan Mohsen
    Moira Molly Mona Monica Monika Moses Mostafa Moussa Muhammad Muhammadu Mukesh Mukhtar Munir
    Musa Mustafa Mykola Myriam Nabil Nadia Nadine Naeem Nana Nancy Naomi Narendra Naser Nasir
    Nasser Natalia Natalie Natasha Nathan Nathalie Nawaz Nayib Neha Neil Nelson Nestor Ngozi
    Nguyen Niall Nicholas Nick Nicola Nicolas Nicole Nigel Nikhil Niklas Nikola Nikolai Nikos
    Nils Nina Nirmala Nisha Nitin Noah Noel Nora Norbert Norma Norman Nour Nuno Nuria Obed
    Octavio Oksana Olaf Olga Oliver Olivia Olivier Olu Olusegun Omar Omer Oscar Osama Osman
    Oswaldo Otto Ousmane Owen Pablo Paige Pamela Paola Paolo Parvez Pascal Patricia Patricio
    Patrick Paul Paula Paulina Pauline Paulo Pavel Pawel Pedro Peggy Penelope Penny Percy Perry
    Peter Petr Petra Petro Phil Philip Philippa Philippe Phillip Phoebe Pierre Pieter Pietro
    Pilar Piotr Pradeep Prakash Pramod Prashant Praveen Precious Priscilla Priya Priyanka Qasim
    Quentin Rabia Rachel Radoslaw Rafael Rafiq Raghav Rahim Rahul Raj Raja Rajan Rajesh Rajiv
    Rajnath Rakesh Ralph Ram Ramesh Rami Ramon Ramzan Randall Randy Rania Ranil Raphael Rashad
    Rashid Raul Ravi Ray Raymond Rebecca Recep Reem Regina Reginald Reiner Rekha Rene René
    Renata Reza Rhys Ricardo Riccardo Richard Rick Ricky Rishi Rita Ritu Rob Robert Roberta
    Roberto Robin Rochelle Rod Rodolfo Rodrigo Roger Rohan Rohit Roland Rolf Roman Romeo Ron
    Ronald Ronnie Rory Rosa Rosario Rose Rosemary Ross Rowan Roxana Roy Ruben Rudolf Rudy Rui
    Rupert Russell Rustam Ruth Ryan Sabah Sabina Sabine Sabrina Sachin Saeed Said Saif Sajid
    Sakura Saleem Saleh Salim Sally Salma Salman Salomé Salvador Salvatore Sam Samantha Sameer
    Sami Samia Samir Samira Samuel Sana Sandeep Sandra Sandy Sanjay Sanjeev Santiago Santosh
    Sara Sarah Sarath Sardar Sasha Satish Saud Savita Scott Sean Sebastian Sebastien Selim Selma
    Serena Serge Sergei Sergey Sergio Serhiy Shahid Shahzad Shaikh Shane Shankar Shannon Sharif
    Sharon Shaun Shawn Sheila Shelley Sherif Sherry Shinzo Shirley Shiv Sibusiso Sidney
    Siegfried Sigrid Silvia Silvio Simon Simona Simone Sipho Sofia Sonia Sonya Sophia Sophie
    Stacey Stan Stanislav Stanley Stefan Stefania Stefano Steffen Stella Stephan Stephanie
    Stephen Sterling Steve Steven Stewart Stuart Subhash Sue Suleiman Suleyman Sultan Sumit
    Sunil Suresh Susan Susana Susanne Sushma Suzanne Sven Svetlana Sylvia Sylvie Syed Tahir
    Takeshi Tamara Tania Tanya Tara Tarek Tariq Tatiana Tayyip Ted Teresa Terence Teresita Terry
    Thabo Thandi Theo Theodor Theodore Theresa Thierry Thomas Thorsten Tiffany Tim Timo Timothy
    Tina Tobias Todd Tom Tomas Tomasz Tommy Tone Toni Tony Tracey Tracy Travis Trevor Tristan
    Ulrich Uma Umar Umberto Ursula Usha Usman Uwe Vadim Valentina Valeria Valerie Vanessa Vasily
    Vera Verónica Veronica Victor Victoria Vijay Vikas Vikram Viktor Viktoria Vinay Vincent
    Vincenzo Vinod Violet Virginia Vitali Vivek Vivian Vivien Vladimir Volodymyr Wael Walid
    Walter Wanda Wayne Wendy Werner Wesley Wilfred Wilhelm Will Willem William Winnie Winston
    Wolfgang Xavier Xi Yahya Yan Yana Yannick Yara Yaseen Yash Yasir Yasmin Yasser Yogi Yolanda
    Yoko Yoshihide Youssef Yuki Yuri Yuriy Yulia Yusuf Yves Yvette Yvonne Zachary Zahra Zainab
    Zaki Zeinab Zoe Zoltan Zoran Zubair Zuzana Taro Kenta Hanna Mikko Juha Jari Matti Pekka
    Antti Ilkka Sauli Sanna Jorma Mette Lone Søren Bjørn Håkon Kjell Agnete Øystein Åsa Göran
    Jürgen Björk Tshepo Lerato Kgosi Tendai Tinashe Farai Chipo Rutendo Nomusa Thulani Bongani
    Themba Lindiwe Naledi Ayanda Zanele Wanjiru Kamau Njoroge Otieno Achieng Wambui Muthoni
    Kiprono Chebet Uhuru Raila Wangari Akinyi Chidi Emeka Ifeanyi Nnamdi Obinna Uche Yemi Tunde
    Folake Bola Femi Kemi Rotimi Goodluck Akufo Yaw Kwesi Ama Akua Abena Efua Adwoa Esi Afia
    Yoweri Museveni Bobi Nakato Okello Selam Tigist Meles Abiy Tewodros Yohannes Mulatu Isaias
    Hailemariam Sahle Tadesse
    """
)
"""Given names, as first written in a full name."""

FAMILY_FIRST = words(
    """
    Chan Cheng Cheung Chen Cho Choi Chow Chu Chung Fan Fung Gao Guo Han Ho Hong Hsiao Hsu Hu
    Huang Hung Hwang Im Jang Jeon Jeong Jiang Jin Kang Kao Kim Ko Kwok Kwon Lai Lam Lau Law Lee
    Leung Li Liang Liao Lim Lin Liu Lo Lu Luo Ma Mao Mok Ng Ngo Nguyen Oh Pang Park Peng Poon
    Shin Siu Son Song Sun Sung Tan Tang Tran Tsai Tsang Tse Tung Wang Wei Wen Wong Woo Wu Xi
    Xiao Xie Xu Yan Yang Yao Yau Ye Yeung Yi Yim Yip Yoo Yoon Yu Yuan Yuen Yun Zeng Zhang Zhao
    Zheng Zhou Zhu
    """
)
"""Family names that stand before the given name in Chinese, Korean and Vietnamese names."""

FEMALE_NAMES = words(
    """
    Abena Ada Adele Adriana Adwoa Afia Agnes Agnieszka Agnete Aimee Aisha Aissata Akinyi Akua
    Alejandra Alena Alessandra Alexandra Alice Alicia Alina Alison Alma Ama Amal Amanda Amara
    Amber Amelia Amina Aminata Amy Ana Anastasia Angela Angelica Angelina Anita Anjali Ann Anna
    Anne Annette Annie Antonia April Asha Asma Astrid Audrey Aurora Ayanda Ayesha Beatrice
    Beatriz Bernadette Beth Betty Brenda Bridget Britney Busisiwe Camila Camille Carla Carmen
    Carol Carolina Caroline Carolyn Cassandra Catalina Catherine Cecilia Celeste Celia Charlene
    Charlotte Chebet Chelsea Cheryl Chioma Chipo Chloe Christina Christine Cindy Claire Clara
    Claudia Cora Corinne Cristina Daisy Dana Daniela Danielle Daria Darya Dawn Deborah Delia
    Denise Diana Diane Dina Donna Dora Doris Dorothy Edith Efua Eileen Ekaterina Elaine Elena
    Eleanor Elif Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elvira Emilia Emilie
    Emily Emma Erica Erika Erin Esi Esperanza Estela Esther Eugenia Eunice Eva Eve Evelyn Faith
    Farah Fatima Fatma Fatou Felicia Fernanda Fiona Flora Florence Folake Frances Francesca
    Frida Gabriela Gemma Gillian Gina Giorgia Gita Giulia Gladys Gloria Grace Greta Gwen Hala
    Hanna Hannah Harriet Haruka Heather Heidi Helen Helena Helene Helga Hilary Hillary Hina
    Holly Huda Ida Ines Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Jackie Jana
    Jane Janet Janice Janine Jasmine Jelena Jessica Jill Joan Joana Joanna Johanna Josephine Joy
    Joyce Juana Judith Judy Julia Julie Juliet June Justine Jyoti Kaja Kamala Karen Karin Karina
    Karolina Kate Katerina Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Kavita
    Kay Kelly Kemi Khadija Laura Lauren Layla Leah Leila Lena Lerato Lidia Lily Lina Linda
    Lindiwe Lindsey Lisa Liudmila Liz Lois Lorena Louisa Louise Lucia Lucie Lucy Ludmila Luisa
    Lydia Lyn Lynn Mabel Madeleine Magdalena Mamata Manisha Manuela Mara Marcela Marcia Margaret
    Margarita Maria María Mariam Mariana Marianne Marie Marilyn Marina Marion Marisa Marlene
    Marta Martha Martina Mary Maryam Maureen Mavis Maya Meera Megan Melanie Melissa Mercedes
    Mercy Mette Micaela Michaela Michelle Mila Mina Miranda Miriam Moira Molly Mona Monica
    Monika Muthoni Myriam Nadia Nadine Nakato Naledi Nancy Naomi Natalia Natalie Natasha
    Nathalie Neha Ngozi Nicole Nina Nirmala Nisha Nomusa Nora Norma Nuria Oksana Olga Olivia
    Paige Pamela Paola Patricia Paula Paulina Pauline Peggy Penelope Penny Petra Philippa Phoebe
    Pilar Precious Priscilla Priya Priyanka Rabia Rachel Rania Rebecca Reem Regina Rekha Renata
    Rita Ritu Roberta Rochelle Rosa Rosario Rose Rosemary Roxana Rutendo Ruth Sabina Sabine
    Sabrina Sakura Sally Salma Salomé Samantha Samia Samira Sana Sandra Sandy Sanna Sara Sarah
    Savita Selam Selma Serena Shannon Sharon Sheila Shelley Sherry Shirley Sigrid Silvia Simona
    Simone Sofia Sonia Sonya Sophia Sophie Stacey Stefania Stella Stephanie Sue Susan Susana
    Susanne Sushma Suzanne Svetlana Sylvia Sylvie Tamara Tania Tanya Tara Tatiana Teresa
    Teresita Thandi Theresa Tiffany Tigist Tina Tracey Tracy Uma Ursula Usha Valentina Valeria
    Valerie Vanessa Vera Verónica Veronica Victoria Viktoria Violet Virginia Vivian Vivien
    Wambui Wanda Wangari Wanjiru Wendy Winnie Yana Yara Yasmin Yoko Yolanda Yulia Yvette Yvonne
    Zahra Zainab Zanele Zeinab Zoe Zuzana Åsa Achieng
    """
)
"""Those of the given names that women bear."""
